<?php

declare(strict_types=1);

namespace Counterfoil\Package;

/** The libraries that a site needs, and which of their files. */
final readonly class ShippedLibraries
{
    private const LICENCE = '/^(licen[cs]e|copying|notice)([-.].*)?$/i';

    /**
     * @param list<array{name: string, version: string, license: list<string>, files: list<string>}> $libraries
     */
    private function __construct(private string $vendor, private array $libraries)
    {
    }

    /** @param string $tcpdf_files a JSON file: TCPDF brings 20 MB, most of it fonts */
    public static function of(string $vendor, string $tcpdf_files): self
    {
        $installed = self::json("{$vendor}/composer/installed.json");
        $libraries = [];
        foreach ($installed['packages'] as $package) {
            $name = $package['name'];
            if (in_array($name, $installed['dev-package-names'], true)) {
                continue;
            }
            if (isset($package['autoload']['files'])) {
                throw new \RuntimeException("{$name} loads files at once; the package's loader knows classes only.");
            }
            $libraries[] = [
                'name' => $name,
                'version' => $package['version'],
                'license' => $package['license'],
                'files' => $name === 'tecnickcom/tcpdf' ? self::json($tcpdf_files)['files'] : self::needed("{$vendor}/{$name}"),
            ];
        }

        return new self($vendor, $libraries);
    }

    /** @return list<string> below vendor/ */
    public function files(): array
    {
        return array_merge(...array_map(
            static fn (array $library): array => array_map(
                static fn (string $file): string => "{$library['name']}/{$file}",
                $library['files'],
            ),
            $this->libraries,
        ));
    }

    public function read(string $file): string
    {
        $text = file_get_contents("{$this->vendor}/{$file}");

        return $text === false ? throw new \RuntimeException("Cannot read {$file}.") : $text;
    }

    /** Which libraries there are, under which licence, and where its text stands. */
    public function licences(): string
    {
        $said = ["The libraries in this folder. Where a file was changed, it says so.\n"];
        foreach ($this->libraries as $library) {
            $texts = array_filter($library['files'], static fn (string $file): bool => preg_match(self::LICENCE, $file) === 1);
            if ($texts === []) {
                throw new \RuntimeException("{$library['name']} comes without its licence.");
            }
            $said[] = sprintf(
                "%s %s: %s\n%s\n",
                $library['name'],
                $library['version'],
                implode(', ', $library['license']),
                implode("\n", array_map(static fn (string $file): string => "  {$library['name']}/{$file}", $texts)),
            );
        }

        return implode("\n", $said);
    }

    /** @return list<string> its licence and the folders of its code; no manuals, no settings of its makers' tools */
    private static function needed(string $folder): array
    {
        $files = array_values(array_filter(
            scandir($folder) ?: [],
            static fn (string $name): bool => preg_match(self::LICENCE, $name) === 1,
        ));
        foreach (array_filter(['src', 'res'], static fn (string $name): bool => is_dir("{$folder}/{$name}")) as $code) {
            $found = new \RecursiveIteratorIterator(
                new \RecursiveDirectoryIterator("{$folder}/{$code}", \FilesystemIterator::SKIP_DOTS),
            );
            foreach ($found as $file) {
                $files[] = substr((string) $file, strlen($folder) + 1);
            }
        }
        sort($files);

        return $files;
    }

    /** @return array<string, mixed> */
    private static function json(string $file): array
    {
        return json_decode((string) file_get_contents($file), true, 32, JSON_THROW_ON_ERROR);
    }
}
