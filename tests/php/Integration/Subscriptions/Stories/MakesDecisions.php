<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions\Stories;

use Closure;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Payments\Gateway\GatewayMethod;
use Counterfoil\Payments\Gateway\MethodTraits;
use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Changes\ChangesModule;
use Counterfoil\Subscriptions\Notices\NoticesModule;
use Counterfoil\Subscriptions\PriceRises\PriceRisesModule;
use Counterfoil\Subscriptions\PriceRises\PriceRiseTerms;
use Counterfoil\Subscriptions\PriceRises\TellRise;
use Counterfoil\Subscriptions\Requests\RequestsModule;
use Counterfoil\Subscriptions\Settings\Renewing;
use Counterfoil\Subscriptions\Starting\FirstBill;

/** Each decision about a subscription, by the method that makes it: what was before, how it is made, and by which event it is known. */
trait MakesDecisions
{
    use ChangesTerms;
    use KillsAtSteps;
    use TellsStories;

    /** @return array{Closure(): mixed, Closure(): mixed, string} what was before, what is done, and the event that says that it was */
    private function decision(string $name): array
    {
        $starts = fn (): self => $this->starts()->until('2027-04-11');
        $works = fn (): self => $this->only('subscriptions.bill', 'subscriptions.settle_change', 'subscriptions.give_up');
        $asks = fn (): self => $starts()->asks();
        $asked = fn (): int => $this->requests()->requests()->open_of($this->started[0])->id ?? self::fail('Nobody asks.');

        return match ($name) {
            'StartSubscription::handle' => [static fn () => null, fn (): self => $this->starts(), 'subscription.started'],
            'StartFromInvoice::handle' => [fn (): self => $this->is_sent('invoice'), fn (): self => $this->transfers(1, 12300), 'subscription.started'],
            'PauseSubscription::handle' => [$starts, fn (): self => $this->pauses(), 'subscription.paused'],
            'ResumeSubscription::handle' => [fn (): self => $starts()->pauses(), fn (): self => $this->resumes(), 'subscription.resumed'],
            'ReleaseSubscription::handle' => [fn (): self => $this->starts()->asleep_until('2027-08-20'), fn () => $this->subscriptions()->release()->handle($this->started[0], FirstBill::Next, Viewer::system()), 'subscription.released'],
            'SetBillingDay::handle' => [$starts, fn () => $this->plugin()->module(ChangesModule::class)->set_billing_day()->handle($this->who->id, 15, Viewer::system()), 'client.billing_day_set'],
            'ChangeSubscription::withdraw' => [fn (): self => $starts()->changes_to(20000, 'next_period'), fn () => $this->plugin()->module(ChangesModule::class)->change()->withdraw($this->started[0], Viewer::system()), 'subscription.change_withdrawn'],
            'RaisePrices::handle' => [$starts, fn (): self => $this->is_raised(), 'subscription.change_planned'],
            'TellRise::handle' => [fn (): self => $starts()->is_raised()->comes('2027-05-20 09:30'), fn (): self => $this->only(TellRise::JOB), 'subscription.rise_announced'],
            'WithdrawRises::handle' => [fn (): self => $starts()->is_raised()->comes('2027-05-20 09:30')->only(TellRise::JOB), fn (): self => $this->rises_are_withdrawn(), 'subscription.change_withdrawn'],
            'RequestCancellation::handle' => [$starts, fn (): self => $this->asks(), 'subscription.cancellation_requested'],
            'WithdrawRequest::handle' => [$asks, fn () => $this->requests()->withdraw()->handle($asked(), $this->their_viewer()), 'subscription.cancellation_withdrawn'],
            'DeclineRequest::handle' => [$asks, fn () => $this->requests()->decline()->handle($asked(), 'Not before December.', Viewer::system()), 'subscription.cancellation_declined'],
            'AcceptRequest::handle', 'AnswerWithEnd::handle' => [$asks, fn () => $this->requests()->accept()->handle($asked(), 'now', null, Viewer::system()), 'subscription.cancellation_accepted'],
            'TellOfRenewals::tell' => [$starts, fn () => $this->plugin()->module(NoticesModule::class)->renewals()->handle(), 'subscription.renewal_told'],
            'TellOfExpiry::look' => [fn (): self => $starts()->leaves_a_card_that_expires(), fn () => $this->plugin()->module(NoticesModule::class)->expiry()->handle(), 'subscription.expiry_told'],
            'GiveUpUnpaid::look' => [fn (): self => $this->starts()->until('2027-04-20')->comes('2027-04-23 12:00'), $works, 'subscription.unpaid'],
            'LiftSuspension::handle' => [fn (): self => $this->starts()->until('2027-04-20')->loses_access()->comes('2027-04-23 12:00'), fn (): self => $this->transfers(1, 12300), 'client.restored'],
            'CallOffUnbegun::handle' => [fn (): self => $this->is_billed_ahead()->starts()->until('2027-04-25'), fn (): self => $this->cancels('now'), 'subscription.ended'],
            'BillRenewal::block' => [fn (): self => $this->starts(['starts_on' => '2027-04-12'])->until('2027-04-11')->can_be_drawn_no_more()->comes('2027-04-12 09:30')->only('subscriptions.renew'), $works, 'subscription.blocked'],
            'SettleChange::block' => [fn (): self => $starts()->changes_and_cannot_be_credited(), $works, 'subscription.blocked'],
            default => self::fail("What is {$name}?"),
        };
    }

    private function is_billed_ahead(): static
    {
        $settings = $this->subscriptions()->settings();
        $this->plugin()->database()->transaction(fn () => $settings->save(new Renewing(...['lead_days' => 10] + get_object_vars($settings->get()))));

        return $this;
    }

    /** From June on; told ten days before. */
    private function is_raised(): static
    {
        $value = ['type' => 'percent', 'percent' => '10'];
        $body = ['subscriptions' => [$this->started[0]], 'plan_id' => null, 'value' => $value, 'from' => '2027-05-30', 'notice_days' => 12, 'message' => ''];
        $this->plugin()->module(PriceRisesModule::class)->raise()->handle(PriceRiseTerms::from_wire($body, $this->day()), Viewer::system());

        return $this;
    }

    private function rises_are_withdrawn(): static
    {
        $id = $this->plugin()->database()->value("SELECT MAX(id) FROM {$this->plugin()->database()->table('price_rise_announcements')}");
        $this->rest('POST', "/counterfoil/v1/price-rises/{$id}/withdraw", [], $this->administrator());

        return $this;
    }

    private function asks(): static
    {
        $this->requests()->request()->handle($this->started[0], null, 'We move.', $this->their_viewer());

        return $this;
    }

    private function their_viewer(): Viewer
    {
        $clients = $this->plugin()->module(ClientsModule::class);
        $of_client = $clients->contacts()->of_client($this->who->id, Viewer::system());
        $contact = $of_client !== [] ? $of_client[0]->id : $clients->contacts()->insert($this->who->id, $clients->roles()->default()->id, 'Ada', "ada{$this->told}@harbour.test");

        return Viewer::contact(Actor::contact($contact, 'Ada'), $this->who->id, ['subscriptions.view', 'subscriptions.manage']);
    }

    private function requests(): RequestsModule
    {
        return $this->plugin()->module(RequestsModule::class);
    }

    private function leaves_a_card_that_expires(): static
    {
        $card = new GatewayMethod("pm_{$this->told}", 'test', 'cus_1', 'card', 'Visa 4242', new MethodTraits(0, 0, true), 4, 2027);
        $this->plugin()->module(MethodsModule::class)->keep()->handle($this->who->id, 'stripe', 'acct_1', $card, null, Actor::system());

        return $this;
    }

    private function loses_access(): static
    {
        $suspend = $this->plugin()->module(ClientsModule::class)->suspend_client();
        $this->plugin()->changes()->run(Actor::system(), fn (Change $change): bool => $suspend->in($change, $this->who->id));

        return $this;
    }

    /** By a name for which the paper has no letters. */
    private function can_be_drawn_no_more(): static
    {
        $this->plugin()->database()->update('clients', ['name' => "\u{1F642}"], ['id' => $this->who->id]);

        return $this;
    }

    private function changes_and_cannot_be_credited(): static
    {
        $this->left_out[] = 'subscriptions.settle_change';
        $this->changes_to(20000);
        array_pop($this->left_out);
        $this->plugin()->database()->execute("UPDATE {$this->plugin()->database()->table('subscription_credits')} SET line = 99");

        return $this;
    }

    private function event_count(string $type): int
    {
        $database = $this->plugin()->database();

        return (int) $database->value("SELECT COUNT(*) FROM {$database->table('events')} WHERE type = ? AND client_id = ?", [$type, $this->who->id]);
    }
}
