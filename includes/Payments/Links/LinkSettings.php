<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Links;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Settings;
use Counterfoil\Shared\Viewer;

/** Whether mails open bills without a login, for how long, and for which clients not. */
final readonly class LinkSettings
{
    private const NAME = 'pay_links';

    public function __construct(private Settings $settings, private Changes $changes, private PayLinkRepository $links, private ClientRepository $clients)
    {
    }

    /** @return array{is_on: bool, days: int} days after the due date, the last mail or the payment */
    public function get(): array
    {
        $kept = $this->settings->get(self::NAME, ['is_on' => true, 'days' => 30]);

        return ['is_on' => $kept['is_on'] === true, 'days' => max(1, (int) $kept['days'])];
    }

    public function is_on_for(int $client_id): bool
    {
        return $this->get()['is_on'] && ! $this->links->is_off_for($client_id);
    }

    public function update(bool $is_on, int $days, Viewer $viewer): void
    {
        if ($this->get() === ['is_on' => $is_on, 'days' => $days]) {
            return;
        }
        $this->changes->run($viewer->actor, function (Change $change) use ($is_on, $days): void {
            $this->settings->set(self::NAME, ['is_on' => $is_on, 'days' => $days]);
            $change->event('settings.pay_links_updated', [['settings', 0]], null, ['is_on' => $is_on]);
            /**
             * Fires after the payment link settings are changed.
             *
             * @since 0.2.0
             */
            $change->hook('settings_pay_links_updated');
        });
    }

    /** @return bool whether this client gets them, where the business has them on */
    public function of_client(int $client_id, Viewer $viewer): bool
    {
        return ! $this->links->is_off_for($this->clients->get($client_id, $viewer)->id);
    }

    public function change(int $client_id, bool $is_on, Viewer $viewer): void
    {
        if ($this->of_client($client_id, $viewer) === $is_on) {
            return;
        }
        $this->changes->run($viewer->actor, function (Change $change) use ($client_id, $is_on): void {
            if ($this->links->turn($client_id, $is_on)) {
                $change->event($is_on ? 'client.pay_links_on' : 'client.pay_links_off', [['client', $client_id]], $client_id);
            }
        });
    }
}
