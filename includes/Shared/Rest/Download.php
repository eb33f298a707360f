<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Rest;

/** A file as an answer: shown where the browser can, or saved at once. */
final readonly class Download
{
    public function __construct(public string $bytes, public string $filename, public string $type = 'application/pdf', private bool $is_saved = false)
    {
    }

    /** The name without anything that could leave a folder or a header: RFC 6266's plain form. */
    public function disposition(): string
    {
        $name = trim((string) preg_replace('/[^A-Za-z0-9._-]+/', '-', $this->filename), '-.');

        return ($this->is_saved ? 'attachment' : 'inline') . '; filename="' . ($name !== '' ? $name : 'document') . '"';
    }

    /**
     * Answers with the bytes and nothing else, whatever shares the site: a byte order mark or blank lines that were
     * printed before, buffers that rewrite or compress what passes them, remarks printed at the end.
     */
    public function send(): void
    {
        // One that may not be removed is emptied at least; what it does to the bytes then nobody can help.
        while (ob_get_level() > 0 && ((ob_get_status()['flags'] ?? 0) & PHP_OUTPUT_HANDLER_REMOVABLE) !== 0) {
            ob_end_clean();
        }
        if (! headers_sent()) {
            // PHP would compress into a buffer of its own, and leave our length as it is.
            ini_set('zlib.output_compression', '0'); // phpcs:ignore WordPress.PHP.IniSet.Risky -- for this answer only
            header_remove('Content-Encoding');
            header("Content-Type: {$this->type}");
            header('Content-Disposition: ' . $this->disposition());
            header('Content-Length: ' . strlen($this->bytes));
            header('X-Content-Type-Options: nosniff');
        }
        echo $this->bytes; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a file
        flush();
        // What is printed from now on reaches nobody; WordPress would end this buffer too.
        ob_start(static fn (): string => '');
        remove_action('shutdown', 'wp_ob_end_flush_all', 1);
    }
}
