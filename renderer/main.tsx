import { mount } from './app/mount.tsx';
import { windowBridge } from './bridge/window-bridge.ts';

const root = document.getElementById('root');
if (root !== null) void mount(windowBridge(), root);
