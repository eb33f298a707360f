<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayErrorKind;
use Counterfoil\Payments\Gateway\GatewayKeeping;
use Counterfoil\Payments\Gateway\GatewayMandate;
use Counterfoil\Payments\Gateway\GatewayMethod;
use Counterfoil\Payments\Gateway\KeepingState;
use Counterfoil\Payments\Mandates\Mandate;

/**
 * What clients have left with Stripe to be charged with again.
 *
 * @see https://docs.stripe.com/payments/save-and-reuse
 */
final readonly class StripeKeptMethods
{
    private const PAGE = 100;

    public function __construct(private StripeClient $client, private StripeSettings $settings)
    {
    }

    public function begin(string $customer, string $key): GatewayKeeping
    {
        return self::read_keeping($this->client->post('/v1/setup_intents', [
            'customer' => $customer,
            'usage' => 'off_session',
            'automatic_payment_methods' => ['enabled' => true],
            ...($this->settings->methods_off() === [] ? [] : ['excluded_payment_method_types' => $this->settings->methods_off()]),
            'metadata' => ['counterfoil_site' => home_url()],
        ], $key));
    }

    public function keeping(string $id): GatewayKeeping
    {
        return self::read_keeping($this->client->get('/v1/setup_intents/' . rawurlencode($id)));
    }

    /** @return list<GatewayMethod> */
    public function of(string $customer): array
    {
        $list = $this->client->get('/v1/payment_methods', ['customer' => $customer, 'limit' => self::PAGE]);
        $methods = array_map(self::read_method(...), array_values((array) ($list['data'] ?? [])));

        return array_values(array_filter($methods, static fn (GatewayMethod $method): bool => $method->traits->can_be_charged_again));
    }

    public function get(string $id): GatewayMethod
    {
        return self::read_method($this->client->get('/v1/payment_methods/' . rawurlencode($id)));
    }

    public function detach(string $id): void
    {
        try {
            $this->client->post('/v1/payment_methods/' . rawurlencode($id) . '/detach', [], '');
        } catch (GatewayError $error) {
            // What is out already is refused in the same way as what can't be taken out: ask.
            if ($error->is(GatewayErrorKind::Missing) || ($error->is(GatewayErrorKind::Refused) && $this->is_out($id))) {
                return;
            }
            throw $error;
        }
    }

    public function mandate(string $id): GatewayMandate
    {
        $mandate = $this->client->get('/v1/mandates/' . rawurlencode($id));
        $details = (array) ($mandate['payment_method_details'] ?? []);
        $one = (array) ($details[(string) ($details['type'] ?? '')] ?? []);

        return new GatewayMandate(
            (string) ($mandate['id'] ?? ''),
            self::id_of($mandate['payment_method'] ?? ''),
            (string) ($one['reference'] ?? ''),
            // One for a single payment is done with when that is made; nobody revoked it.
            ($mandate['status'] ?? '') === 'inactive' && ($mandate['type'] ?? '') === 'multi_use',
        );
    }

    /** @return Mandate|null of a SEPA debit; null where it was paid in another way */
    public function mandate_of(string $payment): ?Mandate
    {
        $intent = $this->client->get('/v1/payment_intents/' . rawurlencode($payment), ['expand' => ['latest_charge']]);
        $id = MandateReader::id($intent);

        return $id === null ? null : MandateReader::mandate($intent, $this->client->get('/v1/mandates/' . rawurlencode($id)), $this->client->get('/v1/account'));
    }

    private function is_out(string $id): bool
    {
        try {
            return $this->get($id)->customer === '';
        } catch (GatewayError $error) {
            return $error->is(GatewayErrorKind::Missing) ? true : throw $error;
        }
    }

    /** @param array<string, mixed> $intent */
    private static function read_keeping(array $intent): GatewayKeeping
    {
        return new GatewayKeeping(
            (string) ($intent['id'] ?? ''),
            match ((string) ($intent['status'] ?? '')) {
                'succeeded' => KeepingState::Kept,
                'processing' => KeepingState::Processing,
                'canceled' => KeepingState::Cancelled,
                default => KeepingState::Waits,
            },
            self::id_of($intent['customer'] ?? ''),
            self::id_of($intent['payment_method'] ?? ''),
            self::id_of($intent['mandate'] ?? ''),
            (string) ($intent['client_secret'] ?? ''),
        );
    }

    /** @param array<string, mixed> $method */
    private static function read_method(array $method): GatewayMethod
    {
        $type = (string) ($method['type'] ?? '');
        $one = (array) ($method[$type] ?? []);
        $expires = isset($one['exp_month'], $one['exp_year']);

        return new GatewayMethod(
            (string) ($method['id'] ?? ''),
            ($method['livemode'] ?? null) === true ? 'live' : 'test',
            self::id_of($method['customer'] ?? ''),
            $type,
            StripeMethods::label($type, $one),
            StripeMethods::traits($type),
            $expires ? (int) $one['exp_month'] : null,
            $expires ? (int) $one['exp_year'] : null,
            (string) ($one['fingerprint'] ?? ''),
        );
    }

    /** An id, or the id of what was expanded. */
    private static function id_of(mixed $value): string
    {
        return (string) (is_array($value) ? $value['id'] ?? '' : $value ?? '');
    }
}
