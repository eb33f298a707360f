<?php

declare(strict_types=1);

namespace Counterfoil\Activity;

use Closure;
use Counterfoil\Shared\Change\Journal;
use Counterfoil\Shared\Module;

final class ActivityModule extends Module
{
    private ?EventLog $log = null;
    private ?EventSentences $sentences = null;
    private ?EventTimeline $timeline = null;

    public function tables(): array
    {
        return [EventsTable::class];
    }

    public function provides(): array
    {
        return [Journal::class => $this->log(...)];
    }

    public function personal_data(): array
    {
        return [fn (): PersonalActivity => new PersonalActivity($this->plugin->database(), $this->event_sentences())];
    }

    public function log(): EventLog
    {
        return $this->log ??= new EventLog($this->plugin->database(), $this->plugin->clock());
    }

    public function event_sentences(): EventSentences
    {
        return $this->sentences ??= new EventSentences(fn (string $type): ?Closure => $this->plugin->contributed(
            'sentences',
            $type,
            static fn (array $modules): ?Closure => array_merge(...array_map(static fn (Module $module): array => $module->sentences(), $modules))[$type] ?? null
        ));
    }

    public function timeline(): EventTimeline
    {
        return $this->timeline ??= new EventTimeline($this->plugin->database(), $this->event_sentences(), $this->plugin->provided(ClientNames::class));
    }
}
