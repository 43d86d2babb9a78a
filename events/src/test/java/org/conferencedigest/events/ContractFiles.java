package org.conferencedigest.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files of this module that others read: the schemas, and what describes the topics. */
final class ContractFiles {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDialect(
          Dialects.getDraft202012(),
          registry ->
              registry.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private ContractFiles() {}

  /** The schema's file of an event, as its {@code $id} names it. */
  static JsonNode schemaFile(EventType type) {
    String id = type.dataSchema();
    return read("schemas" + id.substring(id.lastIndexOf('/')), JSON);
  }

  static JsonNode asyncApi() {
    return read("asyncapi.yaml", YAML);
  }

  /** A schema that asserts formats, which without being asked it would only annotate. */
  static Schema schema(JsonNode schema) {
    return SCHEMAS.getSchema(schema);
  }

  static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode read(String resource) {
    return read(resource, JSON);
  }

  private static JsonNode read(String resource, ObjectMapper mapper) {
    try (InputStream file = EventType.class.getClassLoader().getResourceAsStream(resource)) {
      if (file == null) {
        throw new AssertionError("there is no " + resource);
      }
      return mapper.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
