<?php

declare(strict_types=1);

namespace Counterfoil\Portals;

use Throwable;

/**
 * Draws one of the files in a noun's templates/ folder. Each knows a single thing, `$view`, and escapes all of it.
 * A theme replaces one by a file of the same name in its folder counterfoil/, a child theme before its parent.
 */
final readonly class Template
{
    /** Below the folder of a theme. */
    public const FOLDER = 'counterfoil';

    /**
     * @param string $file of the noun's own: __DIR__ . '/templates/invoice.php'. A template that draws another one
     *                     names it by a constant of a class: a copy of it in a theme lies elsewhere.
     * @throws Throwable whatever our own template throws; what one in its place throws is logged, and ours is drawn
     */
    public static function draw(string $file, object $view): string
    {
        $chosen = self::choose($file, $view);
        if ($chosen === $file) {
            return self::run($file, $view);
        }
        try {
            return self::run($chosen, $view);
        } catch (Throwable $error) {
            error_log(sprintf('Counterfoil: %s is not drawn: %s: %s in %s:%d', $chosen, $error::class, $error->getMessage(), $error->getFile(), $error->getLine()));

            return self::run($file, $view);
        }
    }

    private static function choose(string $file, object $view): string
    {
        $name = basename($file);
        $of_theme = locate_template([self::FOLDER . "/{$name}"]);
        /**
         * Filters the template file for a part of the portal. The template gets one object, `$view`, and must escape
         * its output. If it throws, the error is logged and the plugin's own template is used.
         *
         * @param string $file path of the template: counterfoil/{name} in the theme if it exists, otherwise the one in the plugin
         * @param string $name name of the template, such as "invoice.php"
         * @param object $view the data for the template; see its class for the properties
         * @since 0.2.0
         */
        $chosen = apply_filters('counterfoil_template', $of_theme === '' ? $file : $of_theme, $name, $view);

        return is_string($chosen) && is_file($chosen) && ! wp_is_stream($chosen) ? $chosen : $file;
    }

    private static function run(string $file, object $view): string
    {
        $draw = static function (string $file, object $view): void {
            require $file;
        };
        $level = ob_get_level();
        ob_start();
        try {
            $draw($file, $view);
            // What the file left open belongs to it.
            while (ob_get_level() > $level + 1) {
                ob_end_flush();
            }

            return (string) ob_get_contents();
        } finally {
            while (ob_get_level() > $level) {
                ob_end_clean();
            }
        }
    }
}
