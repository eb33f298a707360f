<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Settings;

/** What happens where a subscription's bill stays unpaid after the last try. */
enum LastStep: string
{
    case Keep = 'keep';
    case Pause = 'pause';
    case Cancel = 'cancel';
    /** It goes on; the client's people are kept out of the portal until what is overdue is paid */
    case Suspend = 'suspend';
}
