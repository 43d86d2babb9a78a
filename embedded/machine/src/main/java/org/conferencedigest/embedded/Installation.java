package org.conferencedigest.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the built parts are: the folder of the source tree, each module's jar in its {@code
 * target}, what it needs at run time in {@code target/lib}.
 *
 * @param root the folder that holds the modules
 */
public record Installation(Path root) {

  private static final String ROOT_PROPERTY = "digest.root";
  private static final String PACKED_PROPERTY = "digest.packed";

  /**
   * The tree this class was built in, be it run from the jar or, in a test, from the class folder:
   * both lie in {@code embedded/machine/target}. The system property {@code digest.root} overrules.
   */
  public static Installation here() {
    String given = System.getProperty(ROOT_PROPERTY);
    if (given != null) {
      return new Installation(Path.of(given).toAbsolutePath().normalize());
    }
    try {
      Path classes =
          Path.of(Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path target = classes.toRealPath().resolveSibling("").toAbsolutePath();
      return new Installation(target.resolve("../../..").normalize());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The class path of a module: jars only, which is what an archive of loaded classes asks for. */
  String classPath(String module) {
    return jar(module) + File.pathSeparator + target(module).resolve("lib").resolve("*");
  }

  /** The jar a module was built into. */
  public Path jar(String module) {
    Path jar = target(module).resolve(module.replace('/', '-') + ".jar");
    if (!Files.exists(jar)) {
      throw new StartException("%s is not built: there is no %s".formatted(module, jar));
    }
    return jar;
  }

  /**
   * The folder of a service as its image has it, if the services are to be run like that: the
   * system property {@code digest.packed} names the folder that holds them.
   */
  Optional<Path> packed(String module) {
    return Optional.ofNullable(System.getProperty(PACKED_PROPERTY))
        .map(folder -> Path.of(folder, module));
  }

  /** Where a module's build puts what it makes. */
  public Path target(String module) {
    return root.resolve(module).resolve("target");
  }
}
