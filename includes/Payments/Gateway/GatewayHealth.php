<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

use Counterfoil\Shared\Finding;
use Counterfoil\Shared\Silences;

/** Whether the gateways answer, for Site Health. Asks nobody: it says what those found who had to do with them. */
final readonly class GatewayHealth
{
    public function __construct(private GatewayRegistry $gateways, private Silences $silences)
    {
    }

    public function look(): Finding
    {
        foreach ($this->gateways->all() as $name => $set_up) {
            $since = $this->silences->since($name);
            if ($since !== null) {
                return Finding::bad(
                    /* translators: %s: gateway */
                    sprintf(__('%s isn’t responding', 'counterfoil'), $set_up->title()),
                    sprintf(
                        /* translators: 1: gateway, 2: date and time */
                        __('%1$s hasn’t responded since %2$s. Clients can’t start payments until it does. Payments that are processing are checked again automatically. Check the status page of %1$s, or ask your host whether outgoing connections are allowed.', 'counterfoil'),
                        $set_up->title(),
                        Finding::moment($since->getTimestamp())
                    )
                );
            }
        }

        return Finding::good(__('Payment gateways are responding', 'counterfoil'), __('All requests to the payment gateways were answered.', 'counterfoil'));
    }
}
