<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Settings;

/** What happens to a subscription whose bill stays unpaid after the last try. */
enum LastStep: string
{
    case Keep = 'keep';
    case Pause = 'pause';
    case Cancel = 'cancel';
}
