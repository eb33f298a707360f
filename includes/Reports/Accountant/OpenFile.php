<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant;

/** A table in the archive that goes on in the next step. Its header is written first and corrected at its end. */
final readonly class OpenFile
{
    /**
     * @param int $piece number of the piece that is its header
     * @param int $starts_at where its header begins in the archive
     * @param int $size bytes of its content so far
     */
    public function __construct(public string $name, public int $piece, public int $starts_at, public int $size)
    {
    }

    public static function from_json(string $json): self
    {
        [$name, $piece, $starts_at, $size] = json_decode($json, true, 2, JSON_THROW_ON_ERROR);

        return new self((string) $name, (int) $piece, (int) $starts_at, (int) $size);
    }

    public function to_json(): string
    {
        return json_encode([$this->name, $this->piece, $this->starts_at, $this->size], JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
    }

    public function longer(int $bytes): self
    {
        return new self($this->name, $this->piece, $this->starts_at, $this->size + $bytes);
    }
}
