<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Activity\ActivityModule;
use Counterfoil\Activity\ClientNames;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\Letters\AccessRestoredLetter;
use Counterfoil\Clients\Rest\ClientsController;
use Counterfoil\Clients\Rest\ContactsController;
use Counterfoil\Clients\Rest\RecipientsController;
use Counterfoil\Emails\EmailsModule;
use Counterfoil\Emails\FindsClients;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

final class ClientsModule extends Module
{
    private ?ClientRepository $clients = null;
    private ?ContactRepository $contacts = null;
    private ?RoleRepository $roles = null;

    public function tables(): array
    {
        return [ClientsTable::class];
    }

    public function provides(): array
    {
        return [
            ClientNames::class => fn (): ClientNames => new NamesOfClients($this->plugin->database()),
            FindsClients::class => fn (): FindsClients => new ClientsByName($this->plugin->database()),
        ];
    }

    public function personal_data(): array
    {
        return [$this->personal_details(...)];
    }

    public function jobs(): array
    {
        return [new Job(CheckVatId::JOB, function (int $check_id): null {
            $this->check_vat_id()->run($check_id);

            return null;
        }, given_up: fn (int $check_id) => $this->check_vat_id()->give_up($check_id))];
    }

    public function sentences(): array
    {
        return Sentences::all();
    }

    public function letters(): array
    {
        return ['access_restored' => fn (): LetterWriter => new AccessRestoredLetter($this->plugin->module(PortalsModule::class)->urls())];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('clients.list', fn (Request $request): array => $this->clients_controller()->list($request));
        $routes->bind('clients.summary', fn (Request $request): array => $this->clients_controller()->summary($request));
        $routes->bind('clients.export', fn (Request $request): CsvFile => $this->clients_controller()->export($request));
        $routes->bind('clients.get', fn (Request $request): array => $this->clients_controller()->get($request));
        $routes->bind('clients.events', fn (Request $request): array => $this->clients_controller()->events($request));
        $routes->bind('clients.export-events', fn (Request $request): CsvFile => (new ActivityExport($this->plugin->module(ActivityModule::class)->timeline(), $this->plugin->module(BusinessModule::class)->calendar(...)))->handle($this->clients()->get($request->id(), $request->viewer), $request->viewer, isset($request->query['logins'])));
        $routes->bind('clients.create', fn (Request $request): array => $this->clients_controller()->create($request));
        $routes->bind('clients.update', fn (Request $request): array => $this->clients_controller()->update($request));
        $routes->bind('clients.restore', fn (Request $request): array => $this->clients_controller()->restore($request));
        $routes->bind('clients.recipients', fn (Request $request): array => $this->recipients_controller()->get($request));
        $routes->bind('clients.choose-recipients', fn (Request $request): array => $this->recipients_controller()->update($request));
        $routes->bind('contacts.create', fn (Request $request): array => $this->contacts_controller()->create($request));
        $routes->bind('contacts.update', fn (Request $request): array => $this->contacts_controller()->update($request));
        $routes->bind('contacts.delete', fn (Request $request): array => $this->contacts_controller()->delete($request));
        $routes->bind('contacts.invite', fn (Request $request): array => $this->contacts_controller()->invite($request));
        $routes->bind('contacts.revoke', fn (Request $request): array => $this->contacts_controller()->revoke($request));
        $routes->bind('contacts.suspend', fn (Request $request): array => $this->contacts_controller()->suspend($request));
        $routes->bind('contacts.restore', fn (Request $request): array => $this->contacts_controller()->restore($request));
        $routes->bind('roles.list', fn (): array => $this->contacts_controller()->roles());
    }

    public function install(): void
    {
        $this->roles()->create_built_in();
    }

    public function clients(): ClientRepository
    {
        return $this->clients ??= new ClientRepository($this->plugin->database(), $this->plugin->clock());
    }

    /**
     * Reads what bills of these clients need, all at once; see Remembered::during().
     *
     * @param non-empty-list<int> $client_ids
     */
    public function look_ahead(array $client_ids): void
    {
        $this->clients()->look_ahead($client_ids);
        $this->contacts()->look_ahead($client_ids);
        $this->copies()->look_ahead($client_ids);
    }

    public function contacts(): ContactRepository
    {
        return $this->contacts ??= new ContactRepository($this->plugin->database(), $this->plugin->clock());
    }

    public function names_in_lists(): NamesInLists
    {
        return new NamesInLists($this->plugin->database());
    }

    public function roles(): RoleRepository
    {
        return $this->roles ??= new RoleRepository($this->plugin->database());
    }

    public function create_client(): CreateClient
    {
        return new CreateClient(
            $this->plugin->changes(),
            $this->clients(),
            $this->add_contact(),
            $this->websites(...),
            $this->plugin->module(PortalsModule::class)->portals(),
            $this->plugin->module(BusinessModule::class)->business(...),
            $this->check_vat_id(),
        );
    }

    public function vat_checks(): VatCheckRepository
    {
        return new VatCheckRepository($this->plugin->database(), $this->plugin->clock());
    }

    public function check_vat_id(): CheckVatId
    {
        return new CheckVatId($this->plugin->changes(), $this->vat_checks(), new Vies($this->plugin->database()), $this->plugin->module(BusinessModule::class)->business(...));
    }

    private function copies(): CopyRepository
    {
        return new CopyRepository($this->plugin->database());
    }

    private function recipients_controller(): RecipientsController
    {
        return new RecipientsController($this->clients(), $this->contacts(), $this->copies(), $this->recipients(), new UpdateRecipients($this->plugin->changes(), $this->clients(), $this->contacts(), $this->copies()));
    }

    public function recipients(): Recipients
    {
        return new Recipients($this->contacts(), $this->roles(), $this->copies(), $this->plugin->module(BusinessModule::class)->business(), fn (): string => $this->plugin->module(EmailsModule::class)->settings()->get()->finance_email);
    }

    public function add_contact(): AddContact
    {
        return new AddContact($this->plugin->changes(), $this->contacts(), $this->roles(), $this->inviting(...));
    }

    public function mailed_address(): MailedAddress
    {
        return new MailedAddress($this->contacts(), $this->roles());
    }

    public function portal_access(): PortalAccess
    {
        return new PortalAccess($this->contacts(), $this->roles());
    }

    /** Whoever gets bills and can't open the portal yet. */
    public function invite_recipients(): InviteRecipients
    {
        return new InviteRecipients($this->contacts(), $this->add_contact(), $this->inviting(...));
    }

    public function suspend_client(): SuspendClient
    {
        return new SuspendClient($this->plugin->changes(), $this->clients(), $this->portal_access(), $this->recipients(...));
    }

    public function change_access(): ChangeAccess
    {
        return new ChangeAccess($this->plugin->changes(), $this->contacts(), new EndSessions($this->contacts(), $this->logins(...)));
    }

    private function clients_controller(): ClientsController
    {
        $query = new ClientsQuery($this->plugin->database());
        $resource = new ClientResource($this->contacts(), $this->websites(), $this->plugin->provided(Balances::class), $this->plugin->provided(Recurring::class), $this->contact_resource(), $this->vat_checks());

        return new ClientsController(
            $this->clients(),
            $query,
            $resource,
            $this->create_client(),
            new UpdateClient($this->plugin->changes(), $this->clients(), fn (): CopiesOfNames => $this->plugin->provided(CopiesOfNames::class), $this->check_vat_id()),
            $this->suspend_client(),
            $this->plugin->module(ActivityModule::class)->timeline(),
            new ClientExport($query, $resource),
            fn (): string => $this->plugin->module(BusinessModule::class)->calendar()->today(),
        );
    }

    private function contacts_controller(): ContactsController
    {
        return new ContactsController(
            $this->clients(),
            $this->contacts(),
            $this->roles(),
            $this->contact_resource(),
            $this->add_contact(),
            $this->change_contact(),
            $this->change_access(),
            $this->inviting(...),
        );
    }

    public function personal_details(): PersonalDetails
    {
        return new PersonalDetails($this->clients(), $this->contacts(), $this->change_contact(), $this->copies(), fn (): Balances => $this->plugin->provided(Balances::class));
    }

    private function change_contact(): ChangeContact
    {
        return new ChangeContact($this->plugin->changes(), $this->contacts(), $this->roles(), new EndSessions($this->contacts(), $this->logins(...)), $this->logins(...), $this->inviting(...));
    }

    private function contact_resource(): ContactResource
    {
        return new ContactResource($this->roles(), $this->logins(...));
    }

    public function follow_login(): FollowLogin
    {
        return new FollowLogin($this->plugin->changes(), $this->contacts(), $this->clients(), $this->inviting(...));
    }

    private function logins(): Logins
    {
        return $this->plugin->provided(Logins::class);
    }

    private function inviting(): Inviting
    {
        return $this->plugin->provided(Inviting::class);
    }

    private function websites(): ClientWebsites
    {
        return $this->plugin->provided(ClientWebsites::class);
    }
}
