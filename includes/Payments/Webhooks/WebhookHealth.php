<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Webhooks;

use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Gateway\GatewaySetUp;
use Counterfoil\Payments\Gateway\ReceivesWebhooks;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Finding;
use DateTimeImmutable;

/** Whether the gateways' calls come through, for Site Health: they should, where a payment succeeded. */
final readonly class WebhookHealth
{
    /** Seconds by which a call may come after its payment was seen to succeed. */
    private const LATER = HOUR_IN_SECONDS;

    private const MENDED_AT = 'admin.php?page=counterfoil#/settings/payments';

    public function __construct(private GatewayRegistry $gateways, private GatewayEventRepository $events, private Database $database)
    {
    }

    public function look(DateTimeImmutable $now): Finding
    {
        $finding = Finding::good(__('Webhooks are received', 'counterfoil'), __('Payment gateways can report payments, refunds and disputes to this site.', 'counterfoil'));
        $readings = [];
        foreach ($this->gateways->all() as $name => $set_up) {
            if (! $set_up instanceof ReceivesWebhooks || ! $set_up->is_ready()) {
                continue;
            }
            $last = $this->events->last($name, $set_up->mode());
            /* translators: %s: gateway */
            $readings[sprintf(__('Last webhook from %s', 'counterfoil'), $set_up->title())] = $last === null ? __('Not yet', 'counterfoil') : Finding::moment($last->getTimestamp());
            if ($this->is_missed($name, $set_up, $last, $now)) {
                $finding = Finding::improvable(
                    /* translators: %s: gateway */
                    sprintf(__('No webhooks from %s', 'counterfoil'), $set_up->title()),
                    /* translators: %s: gateway */
                    sprintf(__('A payment succeeded, but %s didn’t report it to this site. Until webhooks work, refunds and disputes are recorded late. Check the webhook in the payment settings.', 'counterfoil'), $set_up->title())
                )->done_at(admin_url(self::MENDED_AT), __('Open payment settings', 'counterfoil'));
            }
        }
        foreach ($readings as $label => $value) {
            $finding = $finding->reading($label, $value);
        }

        return $finding;
    }

    private function is_missed(string $name, GatewaySetUp $set_up, ?DateTimeImmutable $last, DateTimeImmutable $now): bool
    {
        $paid = $this->database->value(
            "SELECT MAX(succeeded_at) FROM {$this->database->table('payments')} WHERE state = 'succeeded' AND gateway = ? AND mode = ? AND succeeded_at <= ?",
            [$name, $set_up->mode(), Timestamps::to_row($now->modify('-' . self::LATER . ' seconds'))]
        );

        return $paid !== null && ($last === null || $last->getTimestamp() + self::LATER < Timestamps::from_row($paid)->getTimestamp());
    }
}
