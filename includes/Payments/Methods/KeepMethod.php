<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

use Closure;
use Counterfoil\Payments\Gateway\GatewayMandate;
use Counterfoil\Payments\Gateway\GatewayMethod;
use Counterfoil\Payments\UnderWayQuery;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Viewer;

/**
 * Writes down what a gateway says of a method: new, changed, or gone. Once for each, whoever asks and however often. The
 * first one of a client is their default. What was removed here never comes back. A card or an account that was left before
 * takes the place of the earlier one.
 */
final readonly class KeepMethod
{
    /** Of its replacing an earlier one */
    public const JOB = 'methods.replace';

    /** @param Closure(): FollowsCharges $follows */
    public function __construct(private Changes $changes, private KeptMethodRepository $methods, private UnderWayQuery $under_way, private Clock $clock, private Closure $follows)
    {
    }

    /**
     * @param string $gateway its name
     * @param string $account of the gateway
     * @return KeptMethod|null null for what can't be charged again, or was removed
     */
    public function handle(int $client_id, string $gateway, string $account, GatewayMethod $method, ?GatewayMandate $mandate, Actor $by): ?KeptMethod
    {
        $known = $this->methods->find_at_gateway($gateway, $method->id);
        if ($method->customer === '') {
            $known !== null && $this->remove($known, RemovedWhy::Gateway, $by);

            return null;
        }
        if (! $method->traits->can_be_charged_again || ($known !== null && ($known->is_removed() || $known->client_id !== $client_id))) {
            return null;
        }
        if ($known !== null && ! $this->differs($known, $method, $mandate)) {
            return $known;
        }

        return $this->changes->run($by, function (Change $change) use ($client_id, $gateway, $account, $method, $mandate): ?KeptMethod {
            $this->methods->lock_client($client_id);
            $known = $this->methods->find_at_gateway($gateway, $method->id);
            if ($known?->is_removed() === true) {
                return null;
            }

            return $known === null ? $this->add($change, $client_id, $gateway, $account, $method, $mandate) : $this->renew($change, $known, $method, $mandate);
        });
    }

    public function remove(KeptMethod $method, RemovedWhy $why, Actor $by): void
    {
        if (! $method->is_removed()) {
            $this->changes->run($by, function (Change $change) use ($method, $why): void {
                $this->methods->lock_client($method->client_id);
                $this->take_out($change, $method->id, $why);
            });
        }
    }

    /** Part of its caller's change, who holds the client's methods. The newest of the others is the default then, where it was. */
    public function take_out(Change $change, int $method_id, RemovedWhy $why): void
    {
        $method = $this->methods->get($method_id, Viewer::system());
        if (! $this->methods->remove($method->id, $why)) {
            return;
        }
        if ($why->is_ours()) {
            $change->job(DetachMethod::JOB, $method->id);
        }
        $removed = $this->methods->get($method->id, Viewer::system());
        $change->event('method.removed', $removed->subjects(), $removed->client_id, ['why' => $why->value] + $removed->facts());
        ($this->follows)()->method_removed($change, $removed);
        $next = $method->is_default ? $this->methods->of_account($method->client_id, $method->gateway, $method->mode, $method->account)[0] ?? null : null;
        if ($next !== null) {
            $this->choose($change, $next);
        }
        /**
         * Fires after a saved payment method is removed: by the client, by staff, at the gateway, or because its mandate was revoked.
         *
         * @param int $method_id
         * @param string $why client, staff, gateway, customer_deleted, mandate_revoked, replaced
         * @since 0.2.0
         */
        $change->hook('payment_method_removed', $removed->id, $why->value);
    }

    /** Part of its caller's change, who holds the client's methods. */
    public function choose(Change $change, KeptMethod $method): void
    {
        $this->methods->make_default($method);
        $chosen = $this->methods->get($method->id, Viewer::system());
        $change->event('method.default_chosen', $chosen->subjects(), $chosen->client_id, $chosen->facts());
        ($this->follows)()->default_chosen($change, $chosen);
    }

    private function add(Change $change, int $client_id, string $gateway, string $account, GatewayMethod $method, ?GatewayMandate $mandate): ?KeptMethod
    {
        $is_first = $this->methods->of_account($client_id, $gateway, $method->mode, $account) === [];
        $id = $this->methods->insert($client_id, $gateway, $account, $method, $mandate);
        if ($id === null) {
            return null;
        }
        $kept = $this->methods->get($id, Viewer::system());
        if ($is_first) {
            $this->methods->make_default($kept);
            $kept = $this->methods->get($id, Viewer::system());
        }
        $change->event('method.kept', $kept->subjects(), $client_id, $kept->facts());
        $this->replace_in($change, $kept);
        $kept = $this->methods->get($id, Viewer::system());
        ($this->follows)()->method_kept($change, $kept);
        /**
         * Fires after a client's payment method is saved, so that it can be charged again.
         *
         * @param int $method_id
         * @since 0.2.0
         */
        $change->hook('payment_method_kept', $id);

        return $kept;
    }

    /** The worker: while the earlier one was being charged, it could not give way. */
    public function replace(int $method_id): void
    {
        $method = $this->methods->find($method_id, Viewer::system());
        if ($method !== null && ! $method->is_removed() && $this->methods->left_before($method) !== []) {
            $this->changes->run(Actor::system(), function (Change $change) use ($method): void {
                $this->methods->lock_client($method->client_id);
                $this->replace_in($change, $method);
            });
        }
    }

    /** Nobody is asked: it is the same card. */
    private function replace_in(Change $change, KeptMethod $method): void
    {
        foreach ($this->methods->left_before($method) as $before) {
            if ($this->under_way->is_charged($before->id)) {
                $change->job(self::JOB, $method->id, $this->clock->now()->modify('+1 hour'));
                continue;
            }
            if ($before->is_default) {
                $this->methods->make_default($method);
            }
            ($this->follows)()->method_replaced($change, $before, $method);
            $this->take_out($change, $before->id, RemovedWhy::Replaced);
        }
    }

    private function renew(Change $change, KeptMethod $known, GatewayMethod $method, ?GatewayMandate $mandate): KeptMethod
    {
        if ($mandate !== null && $mandate->id !== $known->mandate) {
            $this->methods->agreed($known->id, $mandate);
        }
        $is_new = $this->methods->update($known, $method);
        $now = $this->methods->get($known->id, Viewer::system());
        if ($is_new) {
            $change->event('method.updated', $now->subjects(), $now->client_id, ['before' => $known->label] + $now->facts());
            ($this->follows)()->method_updated($change, $now);
        } else {
            $change->event('method.agreed', $now->subjects(), $now->client_id, ['reference' => $now->mandate_reference] + $now->facts());
        }

        return $now;
    }

    private function differs(KeptMethod $known, GatewayMethod $method, ?GatewayMandate $mandate): bool
    {
        return [$known->label, $known->expiry_month, $known->expiry_year] !== [$method->label, $method->expiry_month, $method->expiry_year]
            || ($mandate !== null && $mandate->id !== $known->mandate);
    }
}
