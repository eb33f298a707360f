<?php

declare(strict_types=1);

namespace Counterfoil\Websites;

use Closure;
use Counterfoil\Activity\EventWords;

/** What happened to websites, in the words of the timeline. */
final readonly class Sentences
{
    /** @return array<string, Closure(EventWords): string> by the event's type */
    public static function all(): array
    {
        return [
            /* translators: %s: name of a website */
            'website.created' => static fn (EventWords $words): string => sprintf(__('Website %s added', 'counterfoil'), $words->name()),
            /* translators: %s: name of a website */
            'website.updated' => static fn (EventWords $words): string => sprintf(__('Website %s changed', 'counterfoil'), $words->name()),
            /* translators: %s: name of a website */
            'website.deleted' => static fn (EventWords $words): string => sprintf(__('Website %s deleted', 'counterfoil'), $words->name()),
        ];
    }
}
