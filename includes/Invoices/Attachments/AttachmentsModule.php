<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Attachments;

use Counterfoil\Invoices\Attachments\Portal\FileScreen;
use Counterfoil\Invoices\Attachments\Rest\AttachmentsController;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Portals\Screen;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

/** Files of the agency's own that go with an invoice. */
final class AttachmentsModule extends Module
{
    public function tables(): array
    {
        return [AttachmentsTable::class];
    }

    public function jobs(): array
    {
        return [new Job('attachments.sweep', function (): null {
            $this->files()->sweep();

            return null;
        }, every: DAY_IN_SECONDS)];
    }

    public function screens(): array
    {
        return [FileScreen::WORD => fn (): Screen => new FileScreen($this->files(), $this->plugin->module(InvoicesModule::class)->invoices())];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('attachments.upload', fn (Request $request): array => $this->controller()->upload($request));
        $routes->bind('attachments.get', fn (Request $request): Download => $this->controller()->get($request));
    }

    public function files(): AttachmentRepository
    {
        return new AttachmentRepository($this->plugin->database(), $this->plugin->clock());
    }

    public function attachments(): Attachments
    {
        return new Attachments($this->files(), $this->plugin->database());
    }

    private function controller(): AttachmentsController
    {
        return new AttachmentsController($this->files(), $this->attachments(), $this->plugin->module(InvoicesModule::class)->invoices());
    }
}
