<?php

declare(strict_types=1);

/** @var Counterfoil\Portal\Look $view */

?>
<?php if ($view->logo_url !== null) : ?>
    <img class="cf-brand__logo" src="<?php echo esc_url($view->logo_url); ?>" alt="<?php echo esc_attr($view->name); ?>">
<?php else : ?>
    <span class="cf-brand__name"><bdi><?php echo esc_html($view->name); ?></bdi></span>
<?php endif; ?>
