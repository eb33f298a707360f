<?php

declare(strict_types=1);

namespace Counterfoil\Package;

/**
 * Looks for names of libraries that another copy would answer to. It reads PHP's own tokens, and so shares no
 * mistake with what moved the names.
 */
final readonly class NamesLeft
{
    private const NAMESPACES = 'Opis|Brick|Composer';
    private const CONSTANTS = '/^(K_[A-Z_]+|PDF_[A-Z_]+|HEAD_MAGNIFICATION|TCPDF_SILENCE_DEPRECATION)$/';

    /** @param list<string> $classes those without a namespace, as they were called */
    public function __construct(private array $classes)
    {
    }

    /** @return list<string> "line: name" */
    public function in(string $source): array
    {
        $found = [];
        foreach (\PhpToken::tokenize($source) as $token) {
            $is_left = match ($token->id) {
                T_NAME_QUALIFIED => $this->is_namespaced($token->text),
                T_NAME_FULLY_QUALIFIED => $this->is_namespaced(substr($token->text, 1)) || $this->is_bare(substr($token->text, 1)),
                T_STRING => preg_match(self::CONSTANTS, $token->text) === 1,
                T_CONSTANT_ENCAPSED_STRING => $this->is_quoted(stripslashes(substr($token->text, 1, -1))),
                default => false,
            };
            if ($is_left) {
                $found[] = "{$token->line}: {$token->text}";
            }
        }

        return $found;
    }

    private function is_quoted(string $text): bool
    {
        $name = ltrim($text, '\\');
        // "TCPDF" alone is a word too.
        return (preg_match('/^[\w\\\\]+$/', $name) === 1 && $this->is_namespaced($name)) || (strtolower($name) !== 'tcpdf' && $this->is_bare($name));
    }

    private function is_namespaced(string $name): bool
    {
        return preg_match('/^(' . self::NAMESPACES . ')\\\\/i', $name) === 1;
    }

    private function is_bare(string $name): bool
    {
        return in_array(strtolower($name), array_map(strtolower(...), $this->classes), true) || preg_match(self::CONSTANTS, $name) === 1;
    }
}
