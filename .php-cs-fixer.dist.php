<?php

declare(strict_types=1);

$places = array_filter(
    array_map(static fn (string $name): string => __DIR__ . '/' . $name, ['includes', 'blocks', 'tests', 'scripts']),
    is_dir(...),
);

$finder = PhpCsFixer\Finder::create()
    ->in($places)
    ->append(array_filter([__DIR__ . '/plugin-root.php', __DIR__ . '/uninstall.php', __FILE__], is_file(...)))
    // Fonts described by TCPDF's own tool are data.
    ->notPath('#assets/fonts/#');

return (new PhpCsFixer\Config())
    ->setCacheFile(__DIR__ . '/.php-cs-fixer.cache')
    ->setRiskyAllowed(true)
    ->setFinder($finder)
    ->setRules([
        '@PSR12' => true,
        '@PHP82Migration' => true,
        'array_syntax' => ['syntax' => 'short'],
        'declare_strict_types' => true,
        'no_unused_imports' => true,
        'ordered_imports' => ['imports_order' => ['class', 'function', 'const']],
        'strict_comparison' => true,
        'strict_param' => true,
        'trailing_comma_in_multiline' => ['elements' => ['arrays', 'match', 'parameters']],
        'visibility_required' => ['elements' => ['const', 'method', 'property']],
    ]);
