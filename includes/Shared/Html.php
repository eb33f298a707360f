<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

/** Text in HTML. */
final readonly class Html
{
    /**
     * For text and for attributes' values. Escapes once and all of it: esc_html() and esc_attr() leave what
     * looks like an entity as it is, so that somebody who typed "&#91;" would read "[", and are filtered.
     */
    public static function escape(string $text): string
    {
        return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8', true);
    }
}
