<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Closure;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Coupons\CouponsModule;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Invoices\Drafts\DraftsModule;
use Counterfoil\Invoices\FollowsInvoices;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Invoicing\InvoicingModule;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Invoices\Recipients\RecipientsModule;
use Counterfoil\Payments\Credit\CreditModule;
use Counterfoil\Payments\Links\LinksModule;
use Counterfoil\Payments\Methods\FollowsCharges;
use Counterfoil\Payments\Methods\KeepsForLater;
use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Payments\Methods\UsesOfMethods;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Products\ProductsModule;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Coupons\AgreedCoupons;
use Counterfoil\Subscriptions\KeepsForSubscriptions;
use Counterfoil\Subscriptions\Letters\AccessSuspendedLetter;
use Counterfoil\Subscriptions\Letters\ClientRestoredLetter;
use Counterfoil\Subscriptions\Letters\RenewalFailedLetter;
use Counterfoil\Subscriptions\Letters\SubscriptionBlockedLetter;
use Counterfoil\Subscriptions\Letters\SubscriptionHeldLetter;
use Counterfoil\Subscriptions\Letters\SubscriptionUnpaidLetter;
use Counterfoil\Subscriptions\MethodsOfSubscriptions;
use Counterfoil\Subscriptions\PriceRises\PriceRisesModule;
use Counterfoil\Subscriptions\PriceRises\TellRise;
use Counterfoil\Subscriptions\Starting\StartFromInvoice;
use Counterfoil\Subscriptions\SubscriptionsModule;
use DateTimeImmutable;

/** Subscriptions that renew by themselves. */
final class RenewalsModule extends Module
{
    public function provides(): array
    {
        return [
            FollowsInvoices::class => fn (): FollowsInvoices => new FollowBills($this->renewals(), fn (): StartFromInvoice => $this->subscriptions()->start_from_invoice(), $this->lift(...), $this->coupons(...)),
            FollowsCharges::class => fn (): FollowsCharges => new FollowTries($this->renewals(), $this->subscriptions()->settings(), $this->subscriptions()->mails(), $this->last_step(), new FollowMethods($this->renewals(), new ChargedMethods($this->plugin->database()), $this->plugin->module(InvoicesModule::class)->invoices(), $this->plugin->module(MethodsModule::class)->methods()), $this->plugin->module(PaymentsModule::class)->under_way(), $this->returns_of(...), $this->plugin->module(BusinessModule::class)->calendar(...)),
            KeepsForLater::class => fn (): KeepsForLater => new KeepsForSubscriptions($this->plugin->module(InvoicesModule::class)->invoices(), $this->renewals(), $this->subscriptions()->subscriptions(), $this->taxes()),
            UsesOfMethods::class => fn (): UsesOfMethods => new MethodsOfSubscriptions($this->subscriptions()->subscriptions()),
        ];
    }

    public function letters(): array
    {
        return [
            'subscription_held' => static fn (): LetterWriter => new SubscriptionHeldLetter(),
            'renewal_failed' => fn (): LetterWriter => new RenewalFailedLetter($this->plugin->module(InvoicesModule::class)->letter_parts()),
            'subscription_unpaid' => static fn (): LetterWriter => new SubscriptionUnpaidLetter(),
            'access_suspended' => fn (): LetterWriter => new AccessSuspendedLetter($this->plugin->module(InvoicesModule::class)->letter_parts()),
            'client_restored' => static fn (): LetterWriter => new ClientRestoredLetter(),
            'subscription_blocked' => static fn (): LetterWriter => new SubscriptionBlockedLetter(),
        ];
    }

    public function jobs(): array
    {
        return [
            new Job('subscriptions.renew', fn (): ?DateTimeImmutable => $this->renew_due()->handle(), every: 15 * MINUTE_IN_SECONDS),
            new Job(ChargeRenewal::JOB, fn (int $renewal_id): ?DateTimeImmutable => $this->charge()->handle($renewal_id)),
            new Job('subscriptions.give_up', function (): null {
                $this->give_up()->handle();

                return null;
            }, every: DAY_IN_SECONDS),
            // Charged in the same go; a process that died in between is found by the row of the queue, which is still there.
            new Job(
                BillRenewal::JOB,
                fn (int $renewal_id, int $attempt): ?DateTimeImmutable => $this->bill()->handle($renewal_id, $attempt) ?? $this->charge()->handle($renewal_id),
                together: fn (array $renewal_ids, Closure $is_time_left): array => $this->together()->handle($renewal_ids, $is_time_left),
            ),
        ];
    }

    public function overview(): array
    {
        return [fn (Viewer $viewer): array => (new BlockedOnOverview($this->renewals(), $this->subscriptions()->subscriptions(), $this->plugin->module(ClientsModule::class)->clients()))->parts($viewer)];
    }

    public function renewals(): RenewalRepository
    {
        return new RenewalRepository($this->plugin->database(), $this->plugin->clock(), $this->periods());
    }

    public function periods(): PeriodRepository
    {
        return new PeriodRepository($this->plugin->database());
    }

    public function renew_due(): RenewDue
    {
        return new RenewDue($this->subscriptions()->subscriptions(), $this->claim(), $this->subscriptions()->settings(), $this->plugin->clock(), $this->plugin->module(BusinessModule::class)->calendar(...));
    }

    public function claim(): ClaimPeriods
    {
        return new ClaimPeriods(
            $this->plugin->changes(),
            $this->subscriptions()->subscriptions(),
            $this->renewals(),
            $this->periods(),
            $this->subscriptions()->billing_days(),
            $this->subscriptions()->settings(),
            $this->subscriptions()->mails(),
            $this->subscriptions()->resume(),
            $this->subscriptions()->end(),
            $this->coupons(...),
            fn (): TellRise => $this->plugin->module(PriceRisesModule::class)->tell(),
            $this->plugin->module(BusinessModule::class)->calendar(...),
        );
    }

    public function behind(): ClaimBehind
    {
        return new ClaimBehind($this->subscriptions()->subscriptions(), $this->claim(), $this->plugin->module(BusinessModule::class)->calendar(...));
    }

    public function coupons(): AgreedCoupons
    {
        return new AgreedCoupons($this->plugin->module(CouponsModule::class)->use(), $this->periods(), $this->subscriptions()->subscriptions());
    }

    public function bill(): BillRenewal
    {
        return new BillRenewal(
            $this->plugin->changes(),
            $this->renewals(),
            $this->terms(),
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->plugin->module(DraftsModule::class)->create(),
            $this->plugin->module(DraftsModule::class)->delete(),
            $this->plugin->module(IssuingModule::class)->issue(),
            $this->plugin->module(CreditModule::class)->use(),
            $this->subscriptions()->mails(),
            $this->plugin->clock(),
        );
    }

    public function together(): RenewTogether
    {
        return new RenewTogether(
            $this->plugin->changes(),
            $this->renewals(),
            $this->terms(),
            $this->plugin->module(DraftsModule::class)->create(),
            $this->plugin->module(IssuingModule::class)->issue(),
            $this->plugin->module(MethodsModule::class)->charge_together(),
            $this->look_at_clients(...),
            $this->look_at_drafts(...),
            $this->plugin->module(BusinessModule::class)->calendar(...),
        );
    }

    /** @param non-empty-list<int> $ids */
    private function look_at_clients(array $ids): void
    {
        $this->plugin->module(ClientsModule::class)->look_ahead($ids);
        $this->plugin->module(LinksModule::class)->links()->look_ahead($ids);
    }

    /** @param non-empty-list<int> $ids */
    private function look_at_drafts(array $ids): void
    {
        $this->plugin->module(InvoicesModule::class)->invoices()->look_ahead_at_lines($ids);
        $this->plugin->module(RecipientsModule::class)->recipients()->look_ahead($ids);
    }

    public function charge(): ChargeRenewal
    {
        return new ChargeRenewal($this->renewals(), $this->subscriptions()->subscriptions(), $this->plugin->module(InvoicesModule::class)->invoices(), $this->plugin->module(MethodsModule::class)->charge(), $this->plugin->clock(), $this->plugin->module(BusinessModule::class)->calendar(...));
    }

    public function give_up(): GiveUpUnpaid
    {
        return new GiveUpUnpaid($this->plugin->changes(), $this->renewals(), $this->plugin->module(InvoicesModule::class)->invoices(), $this->plugin->module(PaymentsModule::class)->under_way(), $this->plugin->module(PaymentsModule::class)->offer(), $this->subscriptions()->settings(), $this->last_step(), $this->plugin->module(BusinessModule::class)->calendar(...));
    }

    private function returns_of(int $invoice_id): int
    {
        return count(array_filter($this->plugin->module(PaymentsModule::class)->payments()->of_invoice($invoice_id, Viewer::system()), static fn (Payment $payment): bool => $payment->reversed->amount > 0));
    }

    private function last_step(): TakeLastStep
    {
        return new TakeLastStep($this->renewals(), $this->subscriptions()->subscriptions(), $this->subscriptions()->settings(), $this->subscriptions()->pause(), $this->subscriptions()->end(), $this->plugin->module(ClientsModule::class)->suspend_client(), $this->subscriptions()->mails(), $this->behind(...), $this->plugin->module(BusinessModule::class)->calendar(...));
    }

    private function lift(): LiftSuspension
    {
        $clients = $this->plugin->module(ClientsModule::class);

        return new LiftSuspension($clients->clients(), $clients->suspend_client(), $this->renewals(), $this->plugin->module(InvoicesModule::class)->invoices(), $this->subscriptions()->mails(), $this->plugin->module(InvoicesModule::class)->today(...));
    }

    public function terms(): RenewalTerms
    {
        return new RenewalTerms(
            $this->subscriptions()->subscriptions(),
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->module(ProductsModule::class)->plans(),
            $this->taxes(),
            $this->subscriptions()->settings(),
            $this->plugin->module(BusinessModule::class)->calendar(...),
            $this->plugin->module(InvoicingModule::class)->invoicing(...),
            $this->plugin->module(BusinessModule::class)->business(...),
        );
    }

    public function taxes(): ItemTaxes
    {
        return new ItemTaxes($this->plugin->module(DraftsModule::class)->line_taxes());
    }

    private function subscriptions(): SubscriptionsModule
    {
        return $this->plugin->module(SubscriptionsModule::class);
    }
}
