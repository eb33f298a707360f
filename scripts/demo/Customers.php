<?php

declare(strict_types=1);

namespace Counterfoil\Demo\Seed;

/** A dozen clients and how far their people have come. */
final class Customers
{
    public const PASSWORD = 'welcome-aboard';

    /** @var array<string, array<string, mixed>> as they were answered, by short name */
    private array $clients = [];

    /** @var list<array{name: string, email: string, password: string, client: string}> */
    private array $log_ins = [];

    public function __construct(private readonly Stage $stage)
    {
    }

    public function plan(): void
    {
        $day = -182;
        foreach ($this->rows() as $key => [$name, $contact, $email, $currency, $locale, $address, $tax_id, $access]) {
            $this->stage->at("{$day} days 09:10", function () use ($key, $name, $contact, $email, $currency, $locale, $address, $tax_id, $access): void {
                [$line1, $postcode, $city, $country] = $address;
                $client = $this->stage->ask('POST', '/clients', [
                    'name' => $name,
                    'email' => '',
                    'address' => ['line1' => $line1, 'line2' => '', 'postcode' => $postcode, 'city' => $city, 'region' => '', 'country' => $country],
                    'kind' => $key === 'bergmann' ? 'consumer' : 'business',
                    'tax_id' => str_starts_with($tax_id, 'GB') ? $tax_id : '',
                    'vat_id' => str_starts_with($tax_id, 'GB') ? '' : $tax_id,
                    'currency' => $currency,
                    'locale' => $locale,
                    'contact' => ['name' => $contact, 'email' => $email],
                    'invite' => $access === 'active' || $access === 'suspended',
                    'websites' => [['name' => substr((string) strstr($email, '@'), 1), 'url' => 'https://' . substr((string) strstr($email, '@'), 1)]],
                ]);
                $this->clients[$key] = $client;
            });
            if ($access === 'active' || $access === 'suspended') {
                $this->stage->at("{$day} days 15:40", fn () => $this->accept($name, $contact, $email));
            }
            $day += 2;
        }
        $this->stage->at('-60 days 10:00', function (): void {
            $this->stage->ask('POST', "/clients/{$this->clients['tandem']['id']}/contacts", ['name' => 'Sanne de Vries', 'email' => 'sanne@tandem-cycles.example', 'invite' => true]);
        });
        $this->stage->at('-59 days 08:30', fn () => $this->accept('Tandem Cycles', 'Sanne de Vries', 'sanne@tandem-cycles.example'));
        $this->stage->at('-58 days 10:00', fn () => $this->stage->ask('PUT', "/clients/{$this->clients['tandem']['id']}/recipients", [
            'billing' => ['invoices', 'reminders', 'receipts', 'credit_notes'],
            'contacts' => [['id' => $this->clients['tandem']['contacts'][0]['id'], 'mails' => ['invoices', 'credit_notes']]],
            'copies' => [['email' => 'office@cijfers.example', 'mails' => ['invoices', 'receipts', 'credit_notes']]],
        ]));
        $this->stage->at('-20 days 11:00', fn () => $this->contact('lumen', fn (int $contact) => $this->stage->ask('POST', "/contacts/{$contact}/suspend")));
        $this->stage->at('-2 days 16:20', fn () => $this->contact('bergmann', fn (int $contact) => $this->stage->ask('POST', "/contacts/{$contact}/invitation")));
    }

    /** @return array<string, mixed> the client, as the route answers */
    public function details(string $key): array
    {
        return $this->clients[$key];
    }

    /** @return list<array{name: string, email: string, password: string, client: string}> */
    public function log_ins(): array
    {
        return array_values(array_filter($this->log_ins, static fn (array $log_in): bool => $log_in['client'] !== 'Lumen Zahnmedizin'));
    }

    private function contact(string $key, callable $do): void
    {
        $do($this->clients[$key]['contacts'][0]['id']);
    }

    private function accept(string $client, string $name, string $email): void
    {
        $this->stage->ask('POST', '/invitations/redeem', ['token' => $this->stage->token_mailed_to($email), 'password' => self::PASSWORD], false);
        $this->log_ins[] = ['name' => $name, 'email' => $email, 'password' => self::PASSWORD, 'client' => $client];
    }

    /** @return array<string, array{string, string, string, string, string, array{string, string, string, string}, string, string}> */
    private function rows(): array
    {
        return [
            'brauhaus' => ['Brauhaus Linden GmbH', 'Marta Kessler', 'marta@brauhaus-linden.example', 'EUR', '', ['Lindenallee 4', '30449', 'Hannover', 'DE'], 'DE811204371', 'active'],
            'kowalski' => ['Kowalska i Wspólnicy sp. z o.o.', 'Łucja Kowalska', 'lucja@kowalska.example', 'PLN', 'pl_PL', ['ul. Świętojańska 12/3', '81-368', 'Gdynia', 'PL'], 'PL5862314495', 'active'],
            'moreau' => ['Atelier Moreau', 'Élodie Moreau', 'elodie@atelier-moreau.example', 'EUR', '', ['18 rue des Tanneurs', '67000', 'Strasbourg', 'FR'], 'FR44812334109', 'active'],
            'oasis' => ['مؤسسة الواحة للتجارة', 'ليلى حداد', 'layla@alwaha.example', 'USD', '', ['شارع الشيخ زايد 44', '', 'دبي', 'AE'], '', 'active'],
            'harbour' => ['Harbour & Finch Ltd', 'Oliver Finch', 'oliver@harbourfinch.example', 'GBP', '', ['3 Quayside Lane', 'BS1 4RW', 'Bristol', 'GB'], 'GB 284 0915 62', 'active'],
            'sakura' => ['Sakura Design K.K.', 'Haruka Mori', 'haruka@sakura-design.example', 'JPY', '', ['2-14-5 Kitazawa', '155-0031', 'Tokyo', 'JP'], '', 'active'],
            'nordwind' => ['Nordwind Yachten', 'Jan Petersen', 'jan@nordwind-yachten.example', 'EUR', 'de_DE', ['Hafenstraße 77', '24159', 'Kiel', 'DE'], 'DE290551820', 'active'],
            'tandem' => ['Tandem Cycles', 'Bram Jansen', 'bram@tandem-cycles.example', 'EUR', '', ['Oudegracht 211', '3511 NK', 'Utrecht', 'NL'], 'NL856722133B01', 'active'],
            'olowek' => ['Studio Ołówek', 'Paweł Żurawski', 'pawel@olowek.example', 'EUR', 'pl_PL', ['ul. Źródlana 8', '31-143', 'Kraków', 'PL'], 'PL6762450816', 'active'],
            'lumen' => ['Lumen Zahnmedizin', 'Dr. Anja Vogt', 'anja@lumen-zahn.example', 'EUR', 'de_DE', ['Marktplatz 9', '60311', 'Frankfurt am Main', 'DE'], '', 'suspended'],
            'bergmann' => ['Lukas Bergmann', 'Lukas Bergmann', 'lukas@bergmann-physio.example', 'EUR', '', ['Mariahilfer Straße 88', '1070', 'Wien', 'AT'], '', 'invited'],
            'green' => ['Green Acre Farms', 'Aoife Byrne', 'aoife@greenacre.example', 'EUR', '', ['Kilbride Road 5', 'A67 X2V9', 'Wicklow', 'IE'], 'IE3402117QH', 'none'],
        ];
    }
}
