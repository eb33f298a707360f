<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\VatId;

/**
 * Asks the register about a client's VAT ID, in the background: nobody waits for it, and nothing that is done here
 * depends on its being there. What it answers is kept with its time.
 */
final readonly class CheckVatId
{
    public const JOB = 'clients.check_vat_id';

    /** @param Closure(): Business $business */
    public function __construct(private Changes $changes, private VatCheckRepository $checks, private VatRegister $register, private Closure $business)
    {
    }

    /** Part of a change of the client: asks once for each VAT ID it gets, and anew where no answer came. */
    public function want(Change $change, Client $client): void
    {
        $vat_id = $client->vat_id();
        $known = $this->checks->latest($client);
        if (VatId::is_of_union($vat_id) && VatId::problem($vat_id) === null && ($known === null || $known->state === VatCheckState::Unanswered)) {
            $change->job(self::JOB, $this->checks->insert($client->id, $vat_id));
        }
    }

    /** @throws \Counterfoil\Shared\Queue\JobFailed when it does not answer */
    public function run(int $check_id): void
    {
        $check = $this->checks->find($check_id);
        if ($check === null || $check->state !== VatCheckState::Waiting) {
            return;
        }
        $answer = $this->register->ask($check->vat_id, ($this->business)()->vat_id());
        $this->settle($check, $answer->is_valid ? VatCheckState::Valid : VatCheckState::Invalid, $answer);
    }

    public function give_up(int $check_id): void
    {
        $check = $this->checks->find($check_id);
        if ($check !== null && $check->state === VatCheckState::Waiting) {
            $this->settle($check, VatCheckState::Unanswered, null);
        }
    }

    private function settle(VatCheck $check, VatCheckState $state, ?VatAnswer $answer): void
    {
        $this->changes->run(Actor::system(), function (Change $change) use ($check, $state, $answer): void {
            if (! $this->checks->answer($check->id, $state, $answer)) {
                return;
            }
            $change->event("client.vat_id_{$state->value}", [['client', $check->client_id]], $check->client_id, ['name' => $check->vat_id]);
            /**
             * Fires after VIES responds about a client's VAT ID, or hasn't responded for two days.
             *
             * @param int $client_id
             * @param string $state "valid", "invalid" or "unanswered"
             * @since 0.2.0
             */
            $change->hook('client_vat_id_checked', $check->client_id, $state->value);
        });
    }
}
