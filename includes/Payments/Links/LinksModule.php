<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Links;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Emails\NotesMail;
use Counterfoil\Identity\Visitor;
use Counterfoil\Invoices\Attachments\AttachmentsModule;
use Counterfoil\Invoices\BillLinks;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Portal\InvoicePagesModule;
use Counterfoil\Payments\Links\Rest\LinksController;
use Counterfoil\Payments\Links\Rest\LinkSettingsController;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Portal\PayPagesModule;
use Counterfoil\Payments\Portal\PayScreen;
use Counterfoil\Payments\Receipts\ReceiptsModule;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Shared\Secrets;
use Counterfoil\Shared\Viewer;

/** Links in mails that open one bill without a login. */
final class LinksModule extends Module
{
    private ?PayLinkRepository $links = null;
    private ?LinkSecrets $secrets = null;

    public function tables(): array
    {
        return [LinksTable::class];
    }

    public function provides(): array
    {
        return [NotesMail::class => $this->in_mail(...), BillLinks::class => $this->in_mail(...)];
    }

    public function jobs(): array
    {
        return [new Job('links.sweep', function (): null {
            $this->links()->sweep();

            return null;
        }, every: DAY_IN_SECONDS)];
    }

    public function personal_data(): array
    {
        return [fn (): PersonalLinks => new PersonalLinks($this->links())];
    }

    public function sentences(): array
    {
        return Sentences::all();
    }

    /** What a link may call needs "link", and no other operation does; which bill it is for, its handler asks. */
    public function gates(): array
    {
        return ['link' => static function (): Viewer {
            Visitor::must_come_from_this_site();

            return Passes::has_any() ? Viewer::stranger() : throw DomainError::not_found();
        }];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('pay-links.get', fn (): array => $this->settings_controller()->get());
        $routes->bind('pay-links.update', fn (Request $request): array => $this->settings_controller()->update($request));
        $routes->bind('pay-links.of-client', fn (Request $request): array => $this->settings_controller()->of_client($request));
        $routes->bind('pay-links.change', fn (Request $request): array => $this->settings_controller()->change($request));
        $routes->bind('pay-links.revoke', fn (Request $request): array => $this->settings_controller()->revoke($request));
        $routes->bind('pay-links.pay', fn (Request $request): array => $this->controller()->pay($request));
        $routes->bind('pay-links.payment', fn (Request $request): array => $this->controller()->refresh($request));
    }

    public function links(): PayLinkRepository
    {
        return $this->links ??= new PayLinkRepository($this->plugin->database(), $this->plugin->clock(), $this->secrets());
    }

    public function settings(): LinkSettings
    {
        return new LinkSettings($this->plugin->settings(), $this->plugin->changes(), $this->links(), $this->plugin->module(ClientsModule::class)->clients());
    }

    /** Which links work, by their secrets. */
    public function live(): LiveLinks
    {
        return new LiveLinks($this->links(), $this->settings(), $this->plugin->module(InvoicesModule::class)->invoices(), $this->plugin->module(ClientsModule::class)->mailed_address(), $this->plugin->module(BusinessModule::class)->calendar(...));
    }

    /** What browsers have in their place. */
    public function passes(): Passes
    {
        return new Passes($this->links(), $this->secrets(), $this->live(), $this->plugin->clock());
    }

    public function urls(): LinkUrls
    {
        return new LinkUrls($this->plugin->module(PortalsModule::class)->urls());
    }

    public function bill(): LinkedBill
    {
        $payments = $this->plugin->module(PaymentsModule::class);
        $invoices = $this->plugin->module(InvoicesModule::class);

        return new LinkedBill(
            $this->passes(),
            new OpenedByLink($this->plugin->changes(), $this->links(), $invoices->writes(), $this->plugin->clock()),
            $this->plugin->module(PortalsModule::class)->portals(),
            $invoices->archive(),
            $this->plugin->module(AttachmentsModule::class)->files(),
            $payments->payments(),
            $this->plugin->module(ReceiptsModule::class)->receipts(),
            fn (DrawByLink $draw): PayScreen => $this->plugin->module(PayPagesModule::class)->pay_screen($draw),
            fn (Bearer $bearer): DrawByLink => new DrawByLink($this->plugin->module(PayPagesModule::class)->draw_pay(), $this->plugin->module(InvoicePagesModule::class)->invoice_screen(), $this->urls(), $bearer)
        );
    }

    private function in_mail(): LinksInMail
    {
        return new LinksInMail($this->links(), $this->secrets(), $this->settings(), $this->live(), $this->plugin->module(ClientsModule::class)->mailed_address(), $this->plugin->module(PortalsModule::class)->lasting_urls());
    }

    private function secrets(): LinkSecrets
    {
        return $this->secrets ??= new LinkSecrets(Secrets::of_site());
    }

    private function settings_controller(): LinkSettingsController
    {
        return new LinkSettingsController($this->settings(), new RevokeLinks($this->plugin->changes(), $this->links(), $this->plugin->module(InvoicesModule::class)->invoices()));
    }

    private function controller(): LinksController
    {
        $payments = $this->plugin->module(PaymentsModule::class);

        return new LinksController($this->passes(), $payments->pay(), $payments->refresh(), $payments->payments(), $this->plugin->module(PortalsModule::class)->portals(), $this->plugin->module(PayPagesModule::class)->portal_resource(), $this->urls(), $payments->line());
    }
}
