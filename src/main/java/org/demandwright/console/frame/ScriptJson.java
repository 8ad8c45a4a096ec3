package org.demandwright.console.frame;

import jakarta.json.JsonObject;

/** JSON that stands in a script element of a page. */
public final class ScriptJson {
  private ScriptJson() {}

  /** Returns the JSON, in which no character can end the script element around it. */
  public static String of(JsonObject json) {
    return json.toString().replace("<", "\\u003c").replace(">", "\\u003e");
  }
}
