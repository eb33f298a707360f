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
    /** @var array<string, Closure>|null */
    private ?array $contributed = null;

    /** @param Closure(): array<string, Closure> $contributions of all modules: Closure(EventWords): string by the event's type */
    public function __construct(private readonly Closure $contributions)
    {
    }

    /** @param array<string, mixed> $data what was recorded with it */
    public function say(string $type, array $data): string
    {
        $this->contributed ??= ($this->contributions)();
        $say = $this->contributed[$type] ?? null;
        $sentence = $say === null ? '' : $say(new EventWords($data));

        return is_string($sentence) && $sentence !== '' ? $sentence : $type;
    }
}
