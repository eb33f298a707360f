<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Closure;
use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayErrorKind;
use Counterfoil\Payments\Gateway\GatewayLine;
use Counterfoil\Shared\Actor;

/**
 * Makes the webhook at Stripe and keeps its signing secret, which Stripe shows once. Those that were made for this address
 * before, whose secret nobody knows any more, are taken away: they would only be refused.
 *
 * @see https://docs.stripe.com/api/webhook_endpoints/create
 */
final readonly class CreateWebhook
{
    /** What ReadWebhook understands, by what it is about. */
    private const EVENTS = [
        'payment_intent' => ['succeeded', 'payment_failed', 'processing', 'requires_action', 'canceled'],
        'charge' => ['refunded', 'dispute.created', 'dispute.updated', 'dispute.closed', 'dispute.funds_withdrawn', 'dispute.funds_reinstated'],
        'refund' => ['created', 'updated', 'failed'],
        'setup_intent' => ['succeeded'],
        'payment_method' => ['attached', 'detached', 'updated', 'automatically_updated'],
        'customer' => ['deleted'],
        'mandate' => ['updated'],
    ];

    /** @param Closure(StripeKeys): StripeClient $client */
    public function __construct(private StripeSettings $settings, private Closure $client, private GatewayLine $line)
    {
    }

    /** @return array{bool, string} whether it is there, and a sentence */
    public function handle(string $mode, string $address, Actor $actor): array
    {
        $keys = $this->settings->keys($mode);
        if ($keys->secret_key === '') {
            return [false, __('No secret key is saved for this mode.', 'counterfoil')];
        }
        try {
            $this->line->insist(fn () => $this->create(($this->client)($keys), $mode, $address, $actor));
        } catch (GatewayError $error) {
            return [false, self::say($error)];
        }

        return [true, __('Webhook created. Stripe now notifies this site about payments.', 'counterfoil')];
    }

    /** @throws GatewayError */
    private function create(StripeClient $client, string $mode, string $address, Actor $actor): void
    {
        $before = (array) ($client->get('/v1/webhook_endpoints', ['limit' => 100])['data'] ?? []);
        $made = $client->post('/v1/webhook_endpoints', [
            'url' => $address,
            'enabled_events' => array_merge(...array_map(
                static fn (string $about, array $events): array => array_map(static fn (string $event): string => "{$about}.{$event}", $events),
                array_keys(self::EVENTS),
                array_values(self::EVENTS)
            )),
            'api_version' => StripeClient::VERSION,
            'description' => get_bloginfo('name'),
        ], bin2hex(random_bytes(16)));
        $this->settings->keep_webhook($mode, (string) ($made['secret'] ?? ''), $actor);
        foreach ($before as $one) {
            if (is_array($one) && ($one['url'] ?? '') === $address && is_string($one['id'] ?? null)) {
                $client->delete('/v1/webhook_endpoints/' . rawurlencode($one['id']));
            }
        }
    }

    private static function say(GatewayError $error): string
    {
        return $error->is(GatewayErrorKind::Refused, GatewayErrorKind::Missing)
            /* translators: %s: Stripe's own words, in English */
            ? sprintf(__('Stripe couldn’t create the webhook. Check that this site can be reached from the internet and that the key has permission to create webhooks. Stripe’s message: %s', 'counterfoil'), $error->getMessage())
            : __('This server couldn’t reach Stripe. Try again. If it keeps happening, ask your host to allow outgoing connections to api.stripe.com.', 'counterfoil');
    }
}
