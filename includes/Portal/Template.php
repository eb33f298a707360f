<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

/** Draws one of the files in templates/. Each knows a single thing, `$view`, and escapes all of it. */
final readonly class Template
{
    public static function draw(string $name, object $view): string
    {
        $draw = static function (string $file, object $view): void {
            require $file;
        };
        ob_start();
        try {
            $draw(__DIR__ . "/templates/{$name}.php", $view);
        } finally {
            $html = (string) ob_get_clean();
        }

        return $html;
    }
}
