<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

final readonly class Attachment
{
    public function __construct(public string $bytes, private string $filename)
    {
    }

    /** Without anything that could leave a folder or a header. */
    public function filename(): string
    {
        $name = trim((string) preg_replace('/[^A-Za-z0-9._-]+/', '-', $this->filename), '-.');

        return $name !== '' ? $name : 'document.pdf';
    }
}
