<?php

declare(strict_types=1);

namespace Counterfoil\Portals;

/**
 * Draws one of the files in a noun's templates/. Each knows a single thing, `$view`, and escapes all of it. A theme
 * replaces one by a file of the same name in its folder counterfoil/ (a child theme's comes first).
 */
final readonly class Template
{
    /** @param string $file of the noun's own: __DIR__ . '/templates/invoice.php' */
    public static function draw(string $file, object $view): string
    {
        $draw = static function (string $file, object $view): void {
            require $file;
        };
        ob_start();
        try {
            $draw(self::chosen($file), $view);
        } finally {
            $html = (string) ob_get_clean();
        }

        return $html;
    }

    private static function chosen(string $file): string
    {
        $name = basename($file);
        $of_theme = locate_template("counterfoil/{$name}");

        /**
         * Chooses the file that draws a part of the portal.
         *
         * @param string $file path of the theme's file, or of ours
         * @param string $name "invoice.php"
         * @since 0.2.0
         */
        $chosen = (string) apply_filters('counterfoil_template', $of_theme !== '' ? $of_theme : $file, $name);

        return is_file($chosen) ? $chosen : $file;
    }
}
