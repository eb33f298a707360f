<?php

declare(strict_types=1);

namespace Counterfoil\Activity;

use Closure;

/**
 * What happened, as a sentence in the reader's language. Who did it stands beside it and is not part of it. Each
 * noun contributes its own; a type that nobody knows (written by a newer version, or by a plugin that is gone) is
 * shown as it is.
 */
final class EventSentences
{
    /** @var array<string, Closure|null> those that were asked for */
    private array $known = [];

    /** @param Closure(string): ?Closure $contributed Closure(EventWords): string by the event's type, of the module that has it */
    public function __construct(private readonly Closure $contributed)
    {
    }

    /** @param array<string, mixed> $data what was recorded with it */
    public function say(string $type, array $data): string
    {
        $say = array_key_exists($type, $this->known) ? $this->known[$type] : $this->known[$type] = ($this->contributed)($type);
        $sentence = $say === null ? '' : $say(new EventWords($data));

        return is_string($sentence) && $sentence !== '' ? $sentence : $type;
    }
}
