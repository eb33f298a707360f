<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use Counterfoil\Portals\Portal;
use Counterfoil\Shared\Contrast;
use Counterfoil\Shared\Html;

/**
 * The icon of our pages in a browser's tab, where the site has none of its own: without one browsers ask for
 * /favicon.ico, and WordPress answers with its own sign.
 */
final readonly class TabIcon
{
    /** @return string the head's element; empty where WordPress prints the site's icon */
    public static function html(Portal $portal): string
    {
        return has_site_icon() ? '' : '<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,' . rawurlencode(self::svg($portal)) . "\">\n";
    }

    /** The business's first letter on its colour. */
    private static function svg(Portal $portal): string
    {
        $letter = preg_match('/[\p{L}\p{N}]/u', $portal->name, $found) === 1 ? mb_strtoupper($found[0]) : '';
        $colour = Html::escape($portal->colour);
        $ink = Contrast::text_on($portal->colour);

        return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="' . $colour . '"/>'
            . '<text x="16" y="23" text-anchor="middle" font-family="system-ui,sans-serif" font-size="20" font-weight="700" fill="' . $ink . '">' . Html::escape($letter) . '</text></svg>';
    }
}
