<?php

declare(strict_types=1);

namespace Counterfoil\Activity;

use Counterfoil\Plugin;
use Counterfoil\Shared\Module;

final class ActivityModule implements Module
{
    private ?EventLog $log = null;
    private ?EventTimeline $timeline = null;

    public function __construct(private readonly Plugin $plugin)
    {
    }

    public function register(): void
    {
    }

    public function log(): EventLog
    {
        return $this->log ??= new EventLog($this->plugin->database, $this->plugin->clock);
    }

    public function timeline(): EventTimeline
    {
        return $this->timeline ??= new EventTimeline($this->plugin->database, new EventSentences());
    }
}
