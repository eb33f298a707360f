<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Closure;
use LogicException;

/** The letters that modules contribute, each made when the first mail of its kind is left or sent. */
final class LetterRegistry
{
    /** @var array<string, Closure(): object>|null */
    private ?array $contributed = null;

    /** @var array<string, LetterWriter> */
    private array $writers = [];

    /** @param Closure(): array<string, Closure(): object> $contributions of all modules, by message */
    public function __construct(private readonly Closure $contributions)
    {
    }

    /** @return list<string> every message there is a letter for */
    public function messages(): array
    {
        return array_keys($this->contributed());
    }

    /**
     * @param list<string>|null $messages those that are asked for; null for all
     * @return array<string, LetterKind> by message, of those whose words can be changed; in the present language
     */
    public function kinds(?array $messages = null): array
    {
        $kinds = [];
        foreach ($messages === null ? $this->messages() : array_filter(array_unique($messages), $this->knows(...)) as $message) {
            $writer = $this->writer($message);
            if ($writer instanceof CustomisableLetter) {
                $kinds[$message] = $writer->kind();
            }
        }

        return $kinds;
    }

    public function knows(string $message): bool
    {
        return isset($this->contributed()[$message]);
    }

    /** @throws LogicException when no module contributes one, or what it contributes is no letter */
    public function writer(string $message): LetterWriter
    {
        return $this->writers[$message] ??= $this->made($message);
    }

    private function made(string $message): LetterWriter
    {
        $make = $this->contributed()[$message] ?? throw new LogicException("No module contributes the letter {$message}.");
        $writer = $make();

        return $writer instanceof LetterWriter ? $writer : throw new LogicException("What is contributed as the letter {$message} is none.");
    }

    /** @return array<string, Closure(): object> */
    private function contributed(): array
    {
        return $this->contributed ??= ($this->contributions)();
    }
}
