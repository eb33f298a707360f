<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

/** Reads a paper's plain array and says by path what is missing or of the wrong kind. */
final readonly class PaperFields
{
    /** @param array<mixed> $fields */
    public function __construct(private array $fields, private string $path = '')
    {
    }

    /** @throws \InvalidArgumentException */
    public function text(string $name): string
    {
        $value = $this->fields[$name] ?? null;

        return is_string($value) ? $value : throw $this->wrong($name, 'a string');
    }

    /** @throws \InvalidArgumentException */
    public function optional_text(string $name): ?string
    {
        $value = $this->fields[$name] ?? null;

        return $value === null || is_string($value) ? $value : throw $this->wrong($name, 'a string or null');
    }

    /** @throws \InvalidArgumentException */
    public function matching(string $name, string $pattern): string
    {
        $value = $this->text($name);

        return preg_match($pattern, $value) === 1 ? $value : throw $this->wrong($name, "like $pattern");
    }

    /** @throws \InvalidArgumentException */
    public function positive(string $name): int
    {
        $value = $this->fields[$name] ?? null;

        return is_int($value) && $value > 0 ? $value : throw $this->wrong($name, 'a positive integer');
    }

    /** @throws \InvalidArgumentException */
    public function flag(string $name): bool
    {
        $value = $this->fields[$name] ?? false;

        return is_bool($value) ? $value : throw $this->wrong($name, 'true or false');
    }

    /**
     * @return list<string>
     * @throws \InvalidArgumentException
     */
    public function texts(string $name): array
    {
        $values = $this->fields[$name] ?? null;
        if (!is_array($values) || array_filter($values, is_string(...)) !== $values) {
            throw $this->wrong($name, 'a list of strings');
        }

        return array_values($values);
    }

    /** @throws \InvalidArgumentException */
    public function group(string $name): self
    {
        return $this->optional_group($name) ?? throw $this->wrong($name, 'an object');
    }

    /** @throws \InvalidArgumentException */
    public function optional_group(string $name): ?self
    {
        $value = $this->fields[$name] ?? null;
        if ($value === null) {
            return null;
        }

        return is_array($value) ? new self($value, "$this->path$name.") : throw $this->wrong($name, 'an object or null');
    }

    /**
     * @return list<self>
     * @throws \InvalidArgumentException
     */
    public function rows(string $name): array
    {
        $values = $this->fields[$name] ?? null;
        if (!is_array($values)) {
            throw $this->wrong($name, 'a list');
        }
        $rows = [];
        foreach (array_values($values) as $i => $row) {
            $rows[] = is_array($row) ? new self($row, "$this->path$name.$i.") : throw $this->wrong("$name.$i", 'an object');
        }

        return $rows;
    }

    private function wrong(string $name, string $expected): \InvalidArgumentException
    {
        return new \InvalidArgumentException("A paper's $this->path$name has to be $expected.");
    }
}
