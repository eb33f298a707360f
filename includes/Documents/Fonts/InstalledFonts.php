<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Fonts;

use FilesystemIterator;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use RuntimeException;
use SplFileInfo;

/** The fonts that lie on this server and have characters which the plugin's own has not. */
final readonly class InstalledFonts
{
    /** A character that tells of its script. */
    private const SCRIPTS = ['請' => 'han', 'あ' => 'japanese', '한' => 'korean', 'ქ' => 'georgian', 'Հ' => 'armenian', 'አ' => 'ethiopic'];

    /** Files that are looked at; a designer's machine has thousands. */
    private const MOST = 500;

    /** Deep enough for /usr/share/fonts/opentype/noto. */
    private const DEEPEST = 4;

    /** Whether it is worth to be offered; nothing is opened that is not in one of the folders. */
    public function is_there(string $path): bool
    {
        return in_array($path, $this->files(), true);
    }

    /** @return list<array{path: string, family: string, scripts: non-empty-list<string>, bytes: int}> by name */
    public function all(): array
    {
        $fonts = [];
        foreach ($this->files() as $path) {
            try {
                $font = new FontFile($path);
                $scripts = array_values(array_filter(self::SCRIPTS, static fn (string $script, string $sample): bool => $font->glyph(mb_ord($sample)) !== 0, ARRAY_FILTER_USE_BOTH));
                if ($scripts !== [] && ! $font->is_variable()) {
                    $fonts[$font->family() . $path] = ['path' => $path, 'family' => $font->family(), 'scripts' => $scripts, 'bytes' => (int) filesize($path)];
                }
            } catch (RuntimeException) {
                // What is no font is none to choose.
                continue;
            }
        }
        ksort($fonts, SORT_NATURAL | SORT_FLAG_CASE);

        return array_values($fonts);
    }

    /** @return list<string> regular weights */
    private function files(): array
    {
        $files = [];
        foreach ($this->folders() as $folder) {
            foreach (self::within($folder) as $path) {
                // Bold ones are found by the regular one's name; slanted ones are not for paper.
                if (preg_match('/\.(ttf|otf|ttc)$/i', $path) === 1 && preg_match('/(Bold|Black|Light|Thin|Heavy|DemiBold|Medium|Italic|Oblique|Mono|Condensed)[^\/]*$/i', $path) !== 1) {
                    $files[] = $path;
                }
                if (count($files) === self::MOST) {
                    break 2;
                }
            }
        }

        return $files;
    }

    /** @return list<string> */
    private function folders(): array
    {
        /**
         * Filters the folders that are searched for PDF fonts: .ttf, .otf and .ttc files, with a bold font next to each
         * regular one ("Name-Regular.otf", "Name-Bold.otf").
         *
         * @param list<string> $folders
         * @since 0.2.0
         */
        $folders = apply_filters('counterfoil_font_folders', [wp_get_font_dir()['basedir'], '/usr/share/fonts', '/usr/local/share/fonts']);

        return array_values(array_filter((array) $folders, is_string(...)));
    }

    /** @return iterable<string> */
    private static function within(string $folder): iterable
    {
        // A host may forget to let PHP look there.
        if (wp_is_stream($folder) || ! @is_dir($folder) || ! @is_readable($folder)) { // phpcs:ignore WordPress.PHP.NoSilencedErrors.Discouraged -- open_basedir warns
            return;
        }
        $files = new RecursiveIteratorIterator(
            new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS),
            RecursiveIteratorIterator::LEAVES_ONLY,
            RecursiveIteratorIterator::CATCH_GET_CHILD
        );
        $files->setMaxDepth(self::DEEPEST);
        /** @var SplFileInfo $file */
        foreach ($files as $file) {
            yield $file->getPathname();
        }
    }
}
