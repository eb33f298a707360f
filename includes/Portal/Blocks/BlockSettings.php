<?php

declare(strict_types=1);

namespace Counterfoil\Portal\Blocks;

/** Attributes of a block as somebody chose them in the editor; what is strange is as if it were not there. */
final readonly class BlockSettings
{
    /** @param array<string, mixed> $attributes */
    public function __construct(private array $attributes)
    {
    }

    public function text(string $name): string
    {
        $value = $this->attributes[$name] ?? '';

        return is_string($value) ? trim($value) : '';
    }

    public function flag(string $name, bool $otherwise): bool
    {
        $value = $this->attributes[$name] ?? $otherwise;

        return is_bool($value) ? $value : $otherwise;
    }

    public function number(string $name, int $otherwise, int $least, int $most): int
    {
        $value = $this->attributes[$name] ?? $otherwise;

        return max($least, min($most, is_int($value) ? $value : $otherwise));
    }
}
