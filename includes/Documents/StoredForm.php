<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

use Counterfoil\Shared\SafeImage;
use RuntimeException;

/**
 * What was copied into a document when it was issued, and stays: who sold, who bought, what, at which tax,
 * and the paper itself. Its shape has a number, for shapes change and documents do not: whoever changes what
 * Invoices\IssuedForm writes raises LATEST and teaches this class to read the shape of before.
 */
final readonly class StoredForm
{
    /** The shape that is written now. */
    public const LATEST = 2;

    /** @param array<string, mixed> $content of the latest shape */
    private function __construct(public int $form, public array $content)
    {
    }

    /** @param array<string, mixed> $content of the latest shape, its logo by its hash */
    public static function of(array $content): self
    {
        return new self(self::LATEST, ['form' => self::LATEST] + $content);
    }

    /**
     * @param string $bytes as to_bytes() made them
     * @throws RuntimeException for a shape that this version of the plugin does not know, and for what can't be read
     */
    public static function from_bytes(int $form, string $bytes): self
    {
        $json = str_starts_with($bytes, 'x') ? @gzuncompress($bytes) : $bytes; // phpcs:ignore WordPress.PHP.NoSilencedErrors.Discouraged -- what is broken is answered false, and told below
        $content = $json === false ? null : json_decode($json, true, 32);
        if (! is_array($content)) {
            throw new RuntimeException('What was copied into a document can’t be read.');
        }

        return new self($form, match ($form) {
            1 => self::from_first($content),
            2 => $content,
            default => throw new RuntimeException("A document has form {$form}; this version reads up to " . self::LATEST . '.'),
        });
    }

    /**
     * The first shape knew one sheet and no choice of fields.
     *
     * @param array<string, mixed> $content
     * @return array<string, mixed>
     */
    private static function from_first(array $content): array
    {
        return isset($content['paper']) ? ['paper' => $content['paper'] + ['page' => PageSize::A4->value]] + $content + ['design' => null] : $content;
    }

    public function to_bytes(): string
    {
        return (string) gzcompress(json_encode($this->content, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES));
    }

    /** @param callable(string): SafeImage $images by their hash */
    public function paper(callable $images): Paper
    {
        $paper = $this->content['paper'];
        $logo = $paper['logo'] ?? null;

        return Paper::from_array(['logo' => $logo === null ? null : $images($logo['sha256'])->to_array()] + $paper);
    }
}
