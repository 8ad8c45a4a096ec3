package org.demandwright.rest.description;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the Javadoc of records says, read from the sources while the project is built, so that the
 * description of the API says the same: {@code type} = its first sentence, {@code type#component} =
 * the text of its {@code @param}, without marks. Sources are parsed alone, nothing is resolved.
 */
final class SourceTexts extends TreePathScanner<Void, String> {
  private final DocTrees docs;
  private final SortedMap<String, String> texts = new TreeMap<>();

  private SourceTexts(DocTrees docs) {
    this.docs = docs;
  }

  /** Returns the texts of all records below a folder of sources, by binary name. */
  static SortedMap<String, String> of(Path sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("A JDK is needed for this, not only a Java runtime");
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(sources)) {
      files = all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      SourceTexts found = new SourceTexts(DocTrees.instance(task));
      for (CompilationUnitTree unit : task.parse()) {
        found.scan(unit, unit.getPackageName() + ".");
      }
      return found.texts;
    }
  }

  @Override
  public Void visitClass(ClassTree type, String around) {
    String name = around + type.getSimpleName();
    DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
    if (type.getKind() == Tree.Kind.RECORD && comment != null) {
      texts.put(name, plain(comment.getFirstSentence()));
      for (DocTree tag : comment.getBlockTags()) {
        if (tag instanceof ParamTree param && !param.isTypeParameter()) {
          texts.put(name + "#" + param.getName(), plain(param.getDescription()));
        }
      }
    }
    return super.visitClass(type, name + "$");
  }

  private static String plain(List<? extends DocTree> parts) {
    return parts.stream()
        .map(SourceTexts::plain)
        .collect(Collectors.joining())
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String plain(DocTree part) {
    if (part instanceof TextTree text) {
      return text.getBody();
    }
    if (part instanceof LiteralTree literal) {
      return literal.getBody().getBody();
    }
    if (part instanceof LinkTree link) {
      return link.getLabel().isEmpty() ? lastWord(link) : plain(link.getLabel());
    }
    return part.getKind() == DocTree.Kind.ENTITY ? part.toString() : " ";
  }

  /** {@code app.Page#rows} is told as {@code rows}. */
  private static String lastWord(LinkTree link) {
    String signature = link.getReference().getSignature().replaceFirst("\\(.*", "");
    return signature.substring(
        Math.max(signature.lastIndexOf('#'), signature.lastIndexOf('.')) + 1);
  }
}
