import { mount } from 'svelte';
import App from './ui/App.svelte';
import './ui/tokens.css';

const target = document.getElementById('app');
if (!target) throw new Error('the page has no element with the id app');
mount(App, { target });
