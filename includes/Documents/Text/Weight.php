<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Text;

/** The two weights of the document's one font family, each with the files it comes from. */
enum Weight: string
{
    case Regular = 'regular';
    case Bold = 'bold';

    /** The definition that the PDF library reads, with the widths of all characters in it. */
    public function definition(): string
    {
        return dirname(__DIR__, 3) . '/assets/fonts/' . ($this === self::Bold ? 'notosansb.php' : 'notosans.php');
    }
}
