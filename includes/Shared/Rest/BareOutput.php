<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Rest;

/**
 * A file as an answer: its bytes and nothing else, whatever shares the site. A byte order mark or blank lines may have
 * been printed before, buffers rewrite or compress what passes them, and remarks are printed at the end.
 */
final readonly class BareOutput
{
    /** Before the file's headers. */
    public static function begin(): void
    {
        // One that may not be removed is left; what it does to the bytes nobody can help.
        while (ob_get_level() > 0 && ((ob_get_status()['flags'] ?? 0) & PHP_OUTPUT_HANDLER_REMOVABLE) !== 0) {
            ob_end_clean();
        }
        if (! headers_sent()) {
            // PHP would compress into a buffer of its own, and leave our length as it is.
            ini_set('zlib.output_compression', '0'); // phpcs:ignore WordPress.PHP.IniSet.Risky -- for this answer only
            header_remove('Content-Encoding');
        }
    }

    /** What is printed from now on reaches nobody. */
    public static function end(): void
    {
        flush();
        ob_start(static fn (): string => '');
        // It would end this buffer too.
        remove_action('shutdown', 'wp_ob_end_flush_all', 1);
    }
}
