<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Overview;

/** One thing to look at. */
final readonly class Notice
{
    /**
     * @param string $label what it is about, and what opens it: an invoice's number
     * @param string $about whose it is: a client's name
     * @param string $text what happened, and what to do
     */
    public function __construct(public string $label, public string $about, public string $text, public ?Opens $opens = null)
    {
    }
}
