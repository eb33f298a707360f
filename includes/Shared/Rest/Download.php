<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Rest;

/** A file as an answer: shown where the browser can, or saved at once. */
final readonly class Download
{
    public function __construct(public string $bytes, public string $filename, public string $type = 'application/pdf', private bool $is_saved = false)
    {
    }

    /**
     * The name without anything that could leave a folder or a header: RFC 6266's plain form, and beside it the whole of
     * one that has other letters.
     */
    public function disposition(): string
    {
        $plain = trim((string) preg_replace('/[^A-Za-z0-9._-]+/', '-', remove_accents($this->filename)), '-.');
        $whole = preg_match('/[^\x20-\x7E]/', $this->filename) === 1 ? "; filename*=UTF-8''" . rawurlencode(str_replace(['/', '\\'], '-', $this->filename)) : '';

        return ($this->is_saved ? 'attachment' : 'inline') . '; filename="' . ($plain !== '' ? $plain : 'document') . '"' . $whole;
    }

    public function send(): void
    {
        BareOutput::begin();
        if (! headers_sent()) {
            header("Content-Type: {$this->type}");
            header('Content-Disposition: ' . $this->disposition());
            header('Content-Length: ' . strlen($this->bytes));
            header('X-Content-Type-Options: nosniff');
        }
        echo $this->bytes; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a file
        BareOutput::end();
    }
}
