<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

/** The one thing a mail asks its reader to do. */
final readonly class Button
{
    public function __construct(public string $label, public string $url)
    {
    }
}
