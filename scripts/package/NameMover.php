<?php

declare(strict_types=1);

namespace Counterfoil\Package;

use PhpParser\Node;
use PhpParser\NodeVisitorAbstract;

/**
 * Notes for one file where a library's name stands and what has to stand there instead. The rest of the file,
 * its comments and its layout, stays as its authors wrote it.
 */
final class NameMover extends NodeVisitorAbstract
{
    /** Functions that take a class by its name. */
    private const TAKE_CLASSES = ['class_exists', 'interface_exists', 'method_exists', 'property_exists', 'is_a', 'is_subclass_of', 'is_callable'];

    /** @var array<int, array{int, string}> the edit's end and text by its start */
    private array $edits = [];

    /** @var array<int, true> names that were dealt with where they stand, by their object's id */
    private array $settled = [];

    private bool $in_namespace = false;
    private bool $declares = false;

    /** @param bool $is_library a library's own file, not one of ours that uses it */
    public function __construct(private readonly LibraryNames $names, private readonly bool $is_library)
    {
    }

    public function enterNode(Node $node): ?int
    {
        match (true) {
            $node instanceof Node\Stmt\Namespace_ => $this->enter_namespace($node),
            $node instanceof Node\Stmt\Use_ => $this->import($node),
            $node instanceof Node\Stmt\GroupUse => $this->import_group($node),
            $node instanceof Node\Stmt\ClassLike => $this->declares = $this->declares || $node->name !== null,
            $node instanceof Node\Expr\FuncCall => $this->call($node),
            $node instanceof Node\Expr\ConstFetch => $this->constant($node),
            $node instanceof Node\Name => $this->class_name($node),
            $node instanceof Node\Scalar\String_ => $this->text($node),
            default => null,
        };

        return null;
    }

    public function apply(string $source): string
    {
        krsort($this->edits);
        $changed = $source;
        foreach ($this->edits as $start => [$end, $text]) {
            $changed = substr_replace($changed, $text, $start, $end - $start + 1);
        }
        if (! $this->is_library || ($changed === $source && ! $this->declares)) {
            return $changed;
        }
        // Their licences want a changed file to say so.
        $notice = '// Changed by Counterfoil: the names of this library stand below ' . PREFIX . '.';
        $namespace = $this->declares && ! $this->in_namespace ? "\nnamespace " . PREFIX . ';' : '';

        return (string) preg_replace('/^<\?php\s/', "<?php\n{$notice}{$namespace}\n", $changed, 1);
    }

    private function enter_namespace(Node\Stmt\Namespace_ $node): void
    {
        $this->in_namespace = $node->name !== null;
        if ($node->name !== null) {
            $this->settle($node->name);
            if ($this->is_library) {
                $this->replace($node->name, PREFIX . '\\' . $node->name->toString());
            }
        }
    }

    private function import(Node\Stmt\Use_ $node): void
    {
        foreach ($node->uses as $use) {
            $this->settle($use->name);
            $this->move_if_theirs($use->name, '');
        }
    }

    private function import_group(Node\Stmt\GroupUse $node): void
    {
        $this->settle($node->prefix);
        $this->move_if_theirs($node->prefix, '');
        foreach ($node->uses as $use) {
            $this->settle($use->name);
        }
    }

    private function call(Node\Expr\FuncCall $node): void
    {
        if (! $node->name instanceof Node\Name) {
            return;
        }
        // PHP looks for a function outside of the namespace by itself.
        $this->settle($node->name);
        if (in_array($node->name->toLowerString(), self::TAKE_CLASSES, true)) {
            foreach ($node->getArgs() as $argument) {
                if ($argument->value instanceof Node\Scalar\String_ && $this->names->has_class($argument->value->value)) {
                    $this->move_text($argument->value);
                }
            }
        }
        $constant = LibraryNames::constant_named_by($node);
        if ($constant !== null && $this->names->has_constant($constant->value)) {
            $this->move_text($constant);
        }
    }

    private function constant(Node\Expr\ConstFetch $node): void
    {
        $this->settle($node->name);
        if ($this->names->has_constant($node->name->toString())) {
            $this->replace($node->name, '\\' . PREFIX . '\\' . $node->name->toString());
        }
    }

    /** All names that are left are classes. */
    private function class_name(Node\Name $name): void
    {
        if (isset($this->settled[spl_object_id($name)]) || $name->isSpecialClassName()) {
            return;
        }
        if ($name->isFullyQualified()) {
            $this->move_if_theirs($name, '\\');
        } elseif (! $this->in_namespace && ! $this->move_if_theirs($name, '\\') && $this->is_library) {
            $this->replace($name, '\\' . $name->toString());
        }
    }

    /** A class with its namespace, and in our files a constant of theirs, are meant wherever they stand in quotes. */
    private function text(Node\Scalar\String_ $node): void
    {
        $name = ltrim($node->value, '\\');
        if (str_contains($name, '\\') ? $this->names->has_class($name) : ! $this->is_library && $this->names->has_constant($name)) {
            $this->move_text($node);
        }
    }

    private function move_if_theirs(Node\Name $name, string $before): bool
    {
        if (! $this->names->has_class($name->toString())) {
            return false;
        }
        $this->replace($name, $before . PREFIX . '\\' . $name->toString());

        return true;
    }

    private function move_text(Node\Scalar\String_ $node): void
    {
        $this->replace($node, var_export(PREFIX . '\\' . ltrim($node->value, '\\'), true));
    }

    private function replace(Node $node, string $text): void
    {
        $this->edits[$node->getStartFilePos()] = [$node->getEndFilePos(), $text];
    }

    private function settle(Node\Name $name): void
    {
        $this->settled[spl_object_id($name)] = true;
    }
}
