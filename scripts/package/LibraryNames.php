<?php

declare(strict_types=1);

namespace Counterfoil\Package;

use PhpParser\Node;
use PhpParser\NodeVisitorAbstract;

/**
 * What the libraries call themselves in the one space of names that all plugins of a site share: their
 * namespaces, the classes that have none, and the constants they are set up with.
 */
final class LibraryNames extends NodeVisitorAbstract
{
    /** @var array<string, true> "Opis\JsonSchema" */
    private array $namespaces = [];

    /** @var array<string, true> "TCPDF" */
    private array $classes = [];

    /** @var array<string, true> "K_PATH_FONTS" */
    private array $constants = [];

    private bool $in_namespace = false;

    public function beforeTraverse(array $nodes): ?array
    {
        $this->in_namespace = false;

        return null;
    }

    public function enterNode(Node $node): ?int
    {
        if ($node instanceof Node\Stmt\Namespace_ && $node->name !== null) {
            $this->in_namespace = true;
            $this->namespaces[$node->name->toString()] = true;
        } elseif ($node instanceof Node\Stmt\ClassLike && $node->name !== null && ! $this->in_namespace) {
            $this->classes[$node->name->toString()] = true;
        } elseif ($node instanceof Node\Stmt\Function_ && ! $this->in_namespace) {
            throw new \RuntimeException("{$node->name} is a function without a namespace; nothing here moves those.");
        } elseif (($constant = self::constant_named_by($node)) !== null) {
            $this->constants[$constant->value] = true;
        }

        return null;
    }

    /** The name that is given to define(), defined() or constant(), unless it is a class's constant. */
    public static function constant_named_by(Node $node): ?Node\Scalar\String_
    {
        if (! $node instanceof Node\Expr\FuncCall || ! $node->name instanceof Node\Name) {
            return null;
        }
        $argument = $node->args[0] ?? null;
        $name = $argument instanceof Node\Arg ? $argument->value : null;

        return in_array($node->name->toLowerString(), ['define', 'defined', 'constant'], true)
            && $name instanceof Node\Scalar\String_ && ! str_contains($name->value, '::') ? $name : null;
    }

    public function has_namespace(string $name): bool
    {
        return isset($this->namespaces[$name]);
    }

    /** @param string $name without a leading backslash; a class, or a namespace of classes */
    public function has_class(string $name): bool
    {
        if (isset($this->classes[$name]) || isset($this->namespaces[$name])) {
            return true;
        }
        $end = strrpos($name, '\\');

        return $end !== false && isset($this->namespaces[substr($name, 0, $end)]);
    }

    public function has_constant(string $name): bool
    {
        return isset($this->constants[$name]);
    }

    /** Whether a text has any of them in it, read or not: most files of ours need no look. */
    public function occur_in(string $text): bool
    {
        foreach ([...array_keys($this->namespaces), ...array_keys($this->classes), ...array_keys($this->constants)] as $name) {
            if (str_contains($text, $name)) {
                return true;
            }
        }

        return false;
    }
}
