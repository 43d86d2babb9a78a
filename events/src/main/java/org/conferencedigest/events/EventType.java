package org.conferencedigest.events;

/** The kinds of event, each with its topic and its CloudEvents type. */
public enum EventType {
  TALK_REVIEWED("talk-reviewed"),
  CONFERENCE_CHANGED("conference-changed"),
  DIGEST_UPDATED("digest-updated");

  /** Partitions of each topic, unless an operator made it with another number. */
  public static final int PARTITIONS = 12;

  private final String topic;

  EventType(String topic) {
    this.topic = topic;
  }

  /** The topic it is published to. */
  public String topic() {
    return topic;
  }

  /** The topic where events of this kind go that cannot be applied. */
  public String deadLetterTopic() {
    return topic + ".dlq";
  }

  /** The value of {@code ce_type}. */
  public String type() {
    return "org.conferencedigest." + topic + ".v1";
  }

  /** The value of {@code ce_dataschema}: the {@code $id} of the JSON Schema in this module. */
  public String dataSchema() {
    return "https://conferencedigest.org/events/" + topic + ".v1.schema.json";
  }
}
