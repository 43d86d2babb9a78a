package org.conferencedigest.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table a (id bigint primary key, name text not null)",
        "create table a (id bigint); alter table a add constraint b check (id > 0)",
        "create table a (id bigint); create unique index b on a (id)",
        "alter table a add column b text",
        "alter table a add column b text not null default ''",
        "alter table a add column b text default '' not null, add column c int",
        "alter table a alter column b drop not null",
        "alter table a alter column b set default 1",
        "create index a_b on a (b)",
        "drop index a_b",
        "alter table a drop constraint b",
        "-- shrink: nobody reads it since 1.3\nalter table a drop column b",
        "update a set renamed_to = null",
      })
  void mayGrow(String sql) {
    assertThat(Migrations.breachesIn(sql)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop table a",
        "drop table if exists a",
        "alter table a drop column b",
        "alter table a rename to b",
        "alter table a rename column b to c",
        "alter table a alter column b type bigint",
        "alter table a alter b set data type bigint",
        "alter table a alter column b set not null",
        "alter table a alter column b drop default",
        "alter table a add column b text not null",
        "alter table a\n  add column b text not null,\n  add column c text default ''",
        "alter table a add constraint b unique (c)",
        "alter table a add check (b > 0)",
        "create unique index a_b on a (b)",
        "-- a comment\nALTER TABLE a DROP COLUMN b",
      })
  void mayNotNarrow(String sql) {
    assertThat(Migrations.breachesIn(sql)).hasSize(1);
  }

  @Test
  void theCommentThatAllowsItHoldsForOneStatement() {
    assertThat(
            Migrations.breachesIn(
                "-- shrink: unused\nalter table a drop column b;\nalter table a drop column c"))
        .containsExactly("alter table a drop column c");
  }
}
