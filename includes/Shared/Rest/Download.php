<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Rest;

/** A file as an answer. */
final readonly class Download
{
    public function __construct(public string $bytes, public string $filename, public string $type = 'application/pdf')
    {
    }

    /** The name without anything that could leave a folder or a header: RFC 6266's plain form. */
    public function disposition(): string
    {
        $name = trim((string) preg_replace('/[^A-Za-z0-9._-]+/', '-', $this->filename), '-.');

        return 'inline; filename="' . ($name !== '' ? $name : 'document') . '"';
    }
}
