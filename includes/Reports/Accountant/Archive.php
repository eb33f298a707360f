<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant;

/** Collects what one step adds to the archive: files that are whole, and lines of the table that is open. */
final class Archive
{
    /** Bytes: far below what a database takes in one statement (4 MB of old ones), also written as twice as many digits. */
    private const PIECE = 512 * 1024;

    /** @var array<int, string> from 0 */
    private array $pieces = [];
    private string $buffer = '';

    /** @var list<array{name: string, crc: int, size: int, starts_at: int}> */
    private array $files = [];
    private int $size;
    private ?OpenFile $open;

    /** @var array{piece: int, bytes: string}|null */
    private ?array $corrected = null;

    public function __construct(private readonly Export $export, private readonly ZipFormat $zip)
    {
        $this->size = $export->size;
        $this->open = $export->open;
    }

    public function add(string $name, string $bytes): void
    {
        $crc = ZipFormat::crc($bytes);
        $this->files[] = ['name' => $name, 'crc' => $crc, 'size' => strlen($bytes), 'starts_at' => $this->size];
        $this->append($this->zip->header($name, $crc, strlen($bytes)));
        $this->append($bytes);
    }

    public function open(string $name): void
    {
        $this->flush();
        $header = $this->zip->header($name, 0, 0);
        $this->open = new OpenFile($name, $this->export->pieces + count($this->pieces), $this->size, 0);
        // Alone in its piece, which is written anew at the end.
        $this->pieces[] = $header;
        $this->size += strlen($header);
    }

    public function go_on(string $bytes): void
    {
        $this->append($bytes);
        $this->open = $this->open?->longer(strlen($bytes));
    }

    /**
     * The table is whole.
     *
     * @param iterable<string> $written its pieces of the steps before, without its header
     */
    public function close(iterable $written): void
    {
        $open = $this->open;
        if ($open === null) {
            return;
        }
        $this->flush();
        $hash = hash_init('crc32b');
        foreach ($written as $bytes) {
            hash_update($hash, $bytes);
        }
        foreach ($this->pieces as $index => $bytes) {
            if ($this->export->pieces + $index > $open->piece) {
                hash_update($hash, $bytes);
            }
        }
        $crc = (int) hexdec(hash_final($hash));
        $header = $this->zip->header($open->name, $crc, $open->size);
        $here = $open->piece - $this->export->pieces;
        if ($here >= 0) {
            $this->pieces[$here] = $header;
        } else {
            $this->corrected = ['piece' => $open->piece, 'bytes' => $header];
        }
        $this->files[] = ['name' => $open->name, 'crc' => $crc, 'size' => $open->size, 'starts_at' => $open->starts_at];
        $this->open = null;
    }

    /** The directory and the end; no file comes after it. */
    public function finish(string $directory_part): void
    {
        $this->append($directory_part);
    }

    public function size(): int
    {
        return $this->size;
    }

    public function open_file(): ?OpenFile
    {
        return $this->open;
    }

    /**
     * @param list<int|string>|null $position
     * @param array<string, array<string, int|string>> $sums
     * @param list<string> $problems all so far
     */
    public function step(int $part, ?array $position, int $done, array $sums, bool $is_last = false, array $problems = []): Step
    {
        $this->flush();

        return new Step(array_values($this->pieces), $this->files, $part, $position, $done, $this->size, $this->open, $sums, $this->corrected, $is_last, $problems);
    }

    private function append(string $bytes): void
    {
        $this->buffer .= $bytes;
        $this->size += strlen($bytes);
        while (strlen($this->buffer) >= self::PIECE) {
            $this->pieces[] = substr($this->buffer, 0, self::PIECE);
            $this->buffer = substr($this->buffer, self::PIECE);
        }
    }

    private function flush(): void
    {
        if ($this->buffer !== '') {
            $this->pieces[] = $this->buffer;
            $this->buffer = '';
        }
    }
}
